"""English has no rules of its own: nothing is said otherwise than it is written."""

from ..rule import Rule

ORDER: tuple[Rule, ...] = ()
