"""A visitor's browser at `readerapp serve` as operators start it: the demo is opened, looks as it should, is heard."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from readerapp.web.demo import ARTICLES, TITLES
from tests.serving.conftest import starting
from tests.serving.fronts import nginx
from tests.serving.running import Serve

CALLED_OFF = "net::ERR_ABORTED"
"""By the page itself."""
LISTEN = {"sv": "Lyssna på sidan", "ru": "Прослушать страницу"}


@pytest.fixture(params=["", "/lyssna"], ids=["alone", "nginx"], scope="module")
def served(request: pytest.FixtureRequest, origin: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serve]:
    """The service by itself, and under a path behind nginx."""
    path: str = request.param
    folder = tmp_path_factory.mktemp("served")
    with starting(origin, folder) as start:
        if not path:
            yield start(processes=2)
            return
        inner = start(processes=2, proxies=1, hosts="127.0.0.1", accel="/kept/", prefix=path)
        with nginx(inner, folder, path) as outer:
            yield outer


@pytest.fixture
def page(browser: Browser, served: Serve) -> Iterator[Page]:
    """A new visitor's page; fails at the end if anything was told on the console, failed, or came from elsewhere."""
    context = browser.new_context()
    opened = context.new_page()
    told: list[str] = []
    opened.on("console", lambda message: told.append(message.text))
    opened.on("pageerror", lambda error: told.append(str(error)))
    opened.on("requestfailed", lambda asked: None if asked.failure == CALLED_OFF else told.append(asked.url))
    opened.on("response", lambda answer: told.append(f"{answer.url}: {answer.status}") if answer.status > 399 else None)
    opened.on("request", lambda asked: None if asked.url.startswith((served.root, "blob:")) else told.append(asked.url))
    yield opened
    context.close()
    assert told == []


@pytest.mark.timeout(240)
@pytest.mark.parametrize("language", ARTICLES)
def test_the_demo_is_heard(served: Serve, page: Page, language: str) -> None:
    """From the first page to the article; the button is pressed, and the place in the sound moves on."""
    page.goto(f"{served.root}/{language}/")
    check_styles(page)
    page.get_by_role("link", name=TITLES[language]).click()
    check_styles(page)
    hear(page, language)


@pytest.mark.timeout(240)
@pytest.mark.parametrize("language", ARTICLES)
def test_the_button_of_the_demo_site_leads_to_its_sound(served: Serve, page: Page, language: str) -> None:
    """As a public body's own page has it: the site's button opens the reader on that very page."""
    page.goto(f"{served.root}/demo/{language}/{ARTICLES[language]}?cookies=ok")
    check_styles(page)
    page.locator("a.listen").click()
    check_styles(page)
    hear(page, language)


def check_styles(page: Page) -> None:
    """Every style sheet of the page is there, with rules in it."""
    page.wait_for_load_state()
    rules = page.evaluate("[...document.styleSheets].map((sheet) => sheet.cssRules.length)")
    assert len(rules) == page.locator("link[rel=stylesheet]").count() > 0
    assert all(rules)


def hear(page: Page, language: str) -> None:
    """Press the button; the sound goes on, is no silence that was skipped, and the words are lit as it does."""
    page.get_by_role("button", name=LISTEN[language]).first.click()
    expect(page.locator("lyssna-player")).to_have_attribute("state", "playing")
    audio = "document.querySelector('lyssna-player audio')"
    for seconds in (0.5, 2.0):
        page.wait_for_function(f"() => {audio}.currentTime > {seconds} && !{audio}.paused")
    assert page.evaluate(f"{audio}.played.end(0) - {audio}.played.start(0)") > 1.4
    assert page.evaluate("CSS.highlights.get('lyssna-sentence').size") > 0
