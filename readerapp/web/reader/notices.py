"""What a visitor should know of a page before they hear it: its language, and where its site has it in theirs."""

from ...model import Article


def counterpart(article: Article, address: str, language: str) -> str | None:
    """The address at which the page's site has it in a language; None where the page is in that language itself.

    The page says so by its `hreflang` links; one that leads to the page itself tells nothing.
    """
    if article.language == language:
        return None
    others = (other.address for other in article.metadata.alternates if other.language == language)
    return next((other for other in others if other.rstrip("/") != address.rstrip("/")), None)
