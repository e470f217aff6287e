"""Which IP addresses are on the public internet, decided by our own table.

`ipaddress.is_global` has changed its mind between releases of Python, and knows nothing of addresses that
carry another one inside.
"""

import ipaddress
from typing import Final

_CLOSED_4: Final = tuple(
    map(
        ipaddress.IPv4Network,
        (
            "0.0.0.0/8",  # this network
            "10.0.0.0/8",  # private
            "100.64.0.0/10",  # shared by carriers; one cloud keeps its metadata here
            "127.0.0.0/8",  # loopback
            "168.63.129.16/32",  # a cloud's wire server, under a public number
            "169.254.0.0/16",  # link-local, and metadata
            "172.16.0.0/12",  # private
            "192.0.0.0/24",  # protocol assignments
            "192.0.2.0/24",  # documentation
            "192.88.99.0/24",  # 6to4 relays
            "192.168.0.0/16",  # private
            "198.18.0.0/15",  # benchmarks
            "198.51.100.0/24",  # documentation
            "203.0.113.0/24",  # documentation
            "224.0.0.0/3",  # multicast, reserved, broadcast
        ),
    )
)
_OPEN_6: Final = ipaddress.IPv6Network("2000::/3")
_CLOSED_6: Final = tuple(
    map(
        ipaddress.IPv6Network,
        (
            "2001::/23",  # protocol assignments; Teredo, which carries an IPv4 address
            "2001:db8::/32",  # documentation
            "2002::/16",  # 6to4, which carries an IPv4 address
            "3fff::/20",  # documentation
        ),
    )
)
_NAT64: Final = ipaddress.IPv6Network("64:ff9b::/96")
_LOW_32: Final = 0xFFFFFFFF


def public(address: str) -> bool:
    """Whether a numeric address lies on the public internet. IPv4 in IPv6 (`::ffff:…`) never does.

    NAT64 is judged by the IPv4 address inside: on an IPv6-only machine it is the way to most sites.
    """
    try:
        number = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(number, ipaddress.IPv4Address):
        return not any(number in network for network in _CLOSED_4)
    if number.scope_id:
        return False
    if inner := carried_4(number):
        return public(str(inner))
    return number in _OPEN_6 and not any(number in network for network in _CLOSED_6)


def carried_4(number: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that a NAT64 one leads to."""
    return ipaddress.IPv4Address(int(number) & _LOW_32) if number in _NAT64 else None
