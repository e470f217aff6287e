"""Which numbers are public."""

import pytest

from readerapp.fetch.guard import public


@pytest.mark.parametrize(
    "address",
    [
        "8.8.8.8",
        "93.184.216.34",
        "172.15.255.255",
        "172.32.0.1",
        "100.63.0.1",
        "223.255.255.1",
        "2a00:1450::1",
        "64:ff9b::808:808",
    ],
)
def test_public(address: str) -> None:
    """Addresses of the open internet are open, NAT64 of such ones too."""
    assert public(address)


@pytest.mark.parametrize(
    "address",
    """0.0.0.0 10.0.0.1 100.64.0.1 100.100.100.200 127.0.0.1 127.255.255.254 168.63.129.16 169.254.169.254
    172.16.0.1 172.31.255.255 192.0.0.192 192.0.2.1 192.88.99.1 192.168.0.1 198.18.0.1 198.51.100.1 203.0.113.9
    224.0.0.1 240.0.0.1 255.255.255.255 :: ::1 ::ffff:127.0.0.1 ::ffff:8.8.8.8 ::127.0.0.1 64:ff9b::7f00:1
    64:ff9b::a9fe:a9fe 64:ff9b:1::1 100::1 2001::7f00:1 2001:0:4136:e378:8000:63bf:3fff:fdd2 2001:db8::1
    2002:7f00:1::1 2002:808:808::1 3fff::1 5f00::1 fc00::1 fd00:ec2::254 fe80::1 fe80::1%eth0 fec0::1 ff02::1
    example.se 127.1 2130706433""".split(),
)
def test_not_public(address: str) -> None:
    """Everything else is closed: loopback, private, link-local, metadata, reserved, IPv4 inside IPv6, no number."""
    assert not public(address)
