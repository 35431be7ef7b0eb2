"""One use of words that may be a discourse marker, and what stands around it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Use:
    """One place where the words of a marker stand, and what stands around it."""

    before: tuple[str, ...]
    """The plain words before, in the same sentence; nearest last."""
    after: tuple[str, ...]
    """The three plain words after, in the same sentence."""
    comma_before: bool
    comma_after: bool
    quiet_before: bool
    """A pause or a filled pause stands there."""
    quiet_after: bool
    filled_before: bool
    """A filled pause stands there."""
    filled_after: bool
    compared: bool
    """A comma and then a subject follow close behind ("like my father, I ...")."""
    initial: bool
    final: bool
    asked: bool
    """The marker ends with a question mark."""

    @property
    def previous(self) -> str:
        """The word before, or ""."""
        return self.before[-1] if self.before else ""

    @property
    def following(self) -> str:
        """The word after, or ""."""
        return self.after[0] if self.after else ""

    @property
    def off_before(self) -> bool:
        """Set off from what stands before."""
        return self.initial or self.comma_before or self.quiet_before

    @property
    def off_after(self) -> bool:
        """Set off from what stands after."""
        return self.final or self.comma_after or self.quiet_after

    @property
    def sides(self) -> int:
        """How many of its sides are set off, 0 to 2."""
        return int(self.off_before) + int(self.off_after)
