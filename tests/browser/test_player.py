"""The player in a real browser with the real service and voice: what plays, what is lit, and what a visitor can do."""

import time
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, Reader

LIT = "name => [...(CSS.highlights.get(name) ?? [])].map(String).join('|')"


def audio(page: Page, what: str = "currentTime") -> Any:
    return page.evaluate(f"() => document.querySelector('audio').{what}")


def lit(page: Page, what: str = "sentence") -> str:
    return str(page.evaluate(LIT, f"lyssna-{what}"))


def part(page: Page, name: str) -> Any:
    return page.locator(f"[data-part={name}]")


def press(page: Page) -> None:
    part(page, "listen").click()


def wait_state(page: Page, state: str) -> None:
    expect(page.locator("lyssna-player")).to_have_attribute("state", state)


def wait_lit(page: Page, text: str, what: str = "sentence") -> None:
    page.wait_for_function(f"([text, name]) => ({LIT})(name).includes(text)", arg=[text, f"lyssna-{what}"])


def sentence(page: Page, n: int) -> str:
    pieces: list[str] = page.locator(f"[data-n='{n}']").all_text_contents()
    return "".join(pieces)


def wait_kept(reader: Reader, page: Page) -> None:
    """Wait until the whole recording of this page is in the store."""
    plan = page.locator("lyssna-player").get_attribute("plan")
    end = time.monotonic() + 30
    while not page.request.get(f"{reader.address}{plan}").json()["complete"]:
        assert time.monotonic() < end
        time.sleep(0.1)


@pytest.mark.parametrize(("language", "word"), [("sv", "Det"), ("ru", "Это")])
def test_a_press_gives_sound_and_light(visit: Open, reader: Reader, language: str, word: str) -> None:
    """The button starts the sound; the sentence lights up, and in it the word that is said."""
    page = visit(reader.url("press", language))
    press(page)
    wait_lit(page, word, "word")
    page.wait_for_function("() => document.querySelector('audio').currentTime > 0.3")
    assert lit(page) == sentence(page, 0)
    assert lit(page, "word") in lit(page)
    wait_state(page, "playing")


def test_the_text_is_left_as_it_is(visit: Open, reader: Reader) -> None:
    """Lighting changes nothing in the article's DOM."""
    page = visit(reader.url("dom"))
    before = page.locator("#article").inner_html()
    press(page)
    wait_lit(page, "mening", "word")
    assert page.locator("#article").inner_html() == before


SAMPLE = f"""async ([plan, sentences]) => {{
    const base = new URL(plan, location);
    const cues = [];
    for (let n = 0; n < sentences; n += 1) cues.push(await (await fetch(new URL(`${{n}}.json`, base))).json());
    let start = 0;
    const words = cues.flatMap(({{ milliseconds, marks }}, n) => {{
        const text = [...document.querySelector(`[data-n='${{n}}']`).textContent];
        const shift = start;
        start += milliseconds;
        return marks.map(([from, to, begin, finish]) => [text.slice(from, to).join(""), begin + shift, finish + shift]);
    }});
    const audio = document.querySelector("audio");
    const samples = [];
    const early = 1105 / 24; // milliseconds that Chromium plays appended MP3 before its own clock
    let before = audio.currentTime * 1000 + early;
    while (before < start - 500) {{
        await new Promise(requestAnimationFrame);
        const now = audio.currentTime * 1000 + early;
        const said = words.filter(([, begin, finish]) => begin <= now && finish > before).map(([word]) => word);
        samples.push([({LIT})("lyssna-word"), said]);
        before = now;
    }}
    return samples;
}}"""


def test_the_word_that_is_lit_is_the_word_that_is_said(visit: Open, reader: Reader) -> None:
    """Through three sentences the lit word is that of the marks for what is heard at the clock: no drift."""
    page = visit(reader.url("marks"))
    press(page)
    part(page, "speed").select_option("2")
    wait_lit(page, "mening", "word")
    plan = page.locator("lyssna-player").get_attribute("plan")
    samples = page.evaluate(SAMPLE, [plan, 3])
    lit_words = [(word, said) for word, said in samples if word]
    assert len(lit_words) > 20
    late = [(word, said) for word, said in lit_words if word not in said]
    assert len(late) <= len(lit_words) // 20, late
    assert len({word for word, _ in lit_words}) >= 8


def test_pause_holds_and_goes_on_from_there(visit: Open, reader: Reader) -> None:
    """The same button pauses and goes on, and says which it will do."""
    page = visit(reader.url("pause"))
    label = part(page, "label")
    listen = label.inner_text()
    press(page)
    wait_lit(page, "mening", "word")
    assert label.inner_text() != listen
    press(page)
    wait_state(page, "paused")
    held = audio(page)
    page.wait_for_timeout(300)
    assert audio(page) == held
    press(page)
    page.wait_for_function("held => document.querySelector('audio').currentTime > held + 0.1", arg=held)
    assert audio(page) < held + 2


def test_quick_presses_end_where_the_last_one_says(visit: Open, reader: Reader) -> None:
    """However fast the button is pressed, sound and label agree in the end."""
    page = visit(reader.url("quick"))
    press(page)
    wait_state(page, "playing")
    twice = "() => [1, 2].forEach(() => document.querySelector('[data-part=listen]').click())"
    for _ in range(5):
        page.evaluate(twice)
    wait_state(page, "playing")
    part(page, "next").click()
    page.evaluate(twice)
    press(page)
    wait_state(page, "paused")
    page.wait_for_timeout(200)
    assert audio(page, "paused")


def test_next_and_previous_sentence(visit: Open, reader: Reader) -> None:
    """Next goes to the next sentence; previous goes back, or to the start of a sentence that is well under way."""
    page = visit(reader.url("steps"))
    part(page, "speed").evaluate("speed => { speed.value = '0.5'; speed.dispatchEvent(new Event('change')); }")
    press(page)
    wait_lit(page, sentence(page, 0))
    part(page, "next").click()
    wait_lit(page, sentence(page, 1))
    wait_state(page, "playing")
    press(page)
    wait_state(page, "paused")
    page.locator("#s0").click()
    page.wait_for_function("() => document.querySelector('[data-part=slider]').value > 3100")
    press(page)
    wait_state(page, "paused")
    part(page, "previous").click()
    page.wait_for_function("() => document.querySelector('[data-part=slider]').value === '0'")
    assert lit(page) == sentence(page, 0)
    part(page, "next").click()
    wait_lit(page, sentence(page, 1))
    part(page, "previous").click()
    wait_lit(page, sentence(page, 0))


def test_a_click_on_a_sentence_that_is_not_made_is_made_next(visit: Open, reader: Reader) -> None:
    """With a slow voice the sentence clicked on is heard before those between, and is lit."""
    reader.seconds = 0.8
    page = visit(reader.url("jump", sentences=60))
    press(page)
    wait_state(page, "playing")
    page.locator("#s50").click()
    wait_lit(page, sentence(page, 50))
    wait_lit(page, "mening", "word")
    assert lit(page) == sentence(page, 50)
    told = [text for text in reader.said if "jump" in text]
    before = told[: told.index(sentence(page, 50))]
    assert not {sentence(page, n) for n in range(40, 50)} & set(before)


def test_neighbours_of_a_jump_follow_without_a_word(visit: Open, reader: Reader) -> None:
    """After a jump the reading goes on by itself with the next sentence."""
    page = visit(reader.url("after"))
    page.locator("#s10").click()
    wait_lit(page, sentence(page, 10))
    wait_lit(page, sentence(page, 11))
    wait_state(page, "playing")


def test_a_link_and_a_selection_are_not_a_wish_to_hear(visit: Open, reader: Reader) -> None:
    """Following a link or selecting words plays nothing."""
    page = visit(reader.url("select"))
    page.evaluate("() => document.addEventListener('click', (event) => event.preventDefault())")
    page.locator("#article a").first.click()
    box = page.locator("#s2").bounding_box()
    assert box
    page.mouse.move(box["x"] + 20, box["y"] + 10)
    page.mouse.down()
    page.mouse.move(box["x"] + 120, box["y"] + 10, steps=5)
    page.mouse.up()
    assert page.evaluate("() => String(getSelection())") != ""
    page.wait_for_timeout(200)
    wait_state(page, "idle")
    assert audio(page, "paused")


def test_speed_is_kept_with_the_pitch(visit: Open, reader: Reader) -> None:
    """A chosen speed holds, also after a reload, and so does the volume; the voice keeps its pitch."""
    page = visit(reader.url("speed"))
    press(page)
    wait_state(page, "playing")
    part(page, "speed").select_option("1.5")
    assert (audio(page, "playbackRate"), audio(page, "preservesPitch")) == (1.5, True)
    part(page, "volume").evaluate("part => { part.value = '0.5'; part.dispatchEvent(new Event('input')); }")
    page.reload()
    press(page)
    wait_state(page, "playing")
    assert (audio(page, "playbackRate"), audio(page, "volume")) == (1.5, 0.5)
    assert part(page, "speed").input_value() == "1.5"


def test_the_slider_goes_to_a_sentence_and_says_which(visit: Open, reader: Reader) -> None:
    """The slider's value in words is the sentence; moving it plays from there."""
    page = visit(reader.url("slider"))
    press(page)
    wait_state(page, "playing")
    slider = part(page, "slider")
    before = slider.get_attribute("aria-valuetext")
    slider.focus()
    page.keyboard.press("PageUp")
    page.wait_for_function(
        "before => document.querySelector('[data-part=slider]').ariaValueText !== before", arg=before
    )
    wait_state(page, "playing")
    page.wait_for_function(
        f"""() => {{
            const told = document.querySelector("[data-part=slider]").ariaValueText;
            const number = Number(told.match(/[0-9]+/)[0]);
            const sentence = [...document.querySelectorAll(`[data-n="${{number - 1}}"]`)];
            const text = sentence.map((piece) => piece.textContent).join("");
            return number > 1 && ({LIT})("lyssna-sentence").includes(text);
        }}"""
    )


def test_the_end_is_told_and_leaves_nothing_lit(visit: Open, reader: Reader) -> None:
    """After the last sentence the player is as before the first press, says that all is read, and offers it again."""
    page = visit(reader.url("end", sentences=2))
    last = page.locator("[data-n]").last.get_attribute("data-n")
    page.locator(f"#s{last}").click()
    wait_state(page, "playing")
    wait_state(page, "idle")
    assert lit(page) == ""
    assert part(page, "status").inner_text() != ""
    part(page, "retry").click()
    wait_lit(page, sentence(page, 0))
    expect(part(page, "retry")).to_be_hidden()


def test_a_fault_is_told_and_can_be_tried_again(visit: Open, reader: Reader) -> None:
    """A sentence that cannot be made is told in the service's words once it is reached; another try goes on there."""
    page = visit(reader.url("fault"))
    reader.mute = "fault"
    press(page)
    wait_state(page, "fault")
    assert part(page, "status").inner_text() != ""
    reader.mute = None
    part(page, "retry").click()
    wait_lit(page, "mening", "word")
    wait_state(page, "playing")
    _loses_and_finds_the_service(page)
    _loses_and_finds_the_recording(reader, page)


def _loses_and_finds_the_service(page: Page) -> None:
    """Where it cannot be reached that is told, and when it can the reading goes on there by itself."""
    page.context.set_offline(True)
    page.locator("#s15").click()
    wait_state(page, "fault")
    expect(part(page, "status")).to_contain_text("fortsätter när anslutningen är tillbaka")
    page.context.set_offline(False)
    wait_lit(page, sentence(page, 15))
    wait_state(page, "playing")


def _loses_and_finds_the_recording(reader: Reader, page: Page) -> None:
    """What was cleared away while the page was open is planned and made anew without a word."""
    reader.forget(str(page.locator("lyssna-player").get_attribute("plan")).split("/")[2])
    page.locator("#s3").click()
    wait_lit(page, sentence(page, 3))
    wait_state(page, "playing")


def test_what_is_there_is_heard_before_a_fault_is_told(visit: Open, reader: Reader) -> None:
    """A fault in a later sentence does not cut the sentence that is being heard."""
    page = visit(reader.url("later"))
    reader.mute = "nummer 1 "
    press(page)
    wait_lit(page, "later", "word")
    wait_state(page, "fault")
    assert lit(page) == sentence(page, 0)


def test_the_place_is_offered_again(visit: Open, reader: Reader) -> None:
    """Whoever comes back is offered to go on at the sentence where they left; the listen button starts over."""
    page = visit(reader.url("resume"))
    page.locator("#s7").click()
    wait_lit(page, sentence(page, 7))
    wait_state(page, "playing")
    page.reload()
    part(page, "resume").click()
    wait_lit(page, sentence(page, 7))
    part(page, "stop").click()
    page.reload()
    expect(part(page, "listen")).to_be_visible()
    page.wait_for_timeout(300)
    assert not part(page, "resume").is_visible()


def test_an_address_can_name_a_sentence(visit: Open, reader: Reader) -> None:
    """With #s5 in the address the listen button starts there."""
    page = visit(reader.url("deep", hash_="#s5"))
    press(page)
    wait_lit(page, sentence(page, 5))


def test_the_link_to_a_sentence_is_copied(visit: Open, reader: Reader) -> None:
    """The copied link leads to the sentence that is read; that it was copied is told even if sound starts just then."""
    reader.seconds = 0.6
    page = visit(reader.url("link"), permissions=["clipboard-read", "clipboard-write"])
    page.locator("#s4").click()
    wait_lit(page, sentence(page, 4))
    part(page, "more").click()
    part(page, "link").click()
    expect(part(page, "status")).not_to_be_empty()
    wait_state(page, "playing")
    expect(part(page, "status")).not_to_be_empty()
    page.goto(page.evaluate("() => navigator.clipboard.readText()"))
    assert page.evaluate("() => location.hash") == "#s4"


def test_the_page_follows_until_the_visitor_scrolls(visit: Open, reader: Reader) -> None:
    """The sentence is brought into sight; a visitor who scrolls is left alone until they ask to follow again."""
    page = visit(reader.url("follow", sentences=90), viewport={"width": 700, "height": 500}, reduced_motion="reduce")
    page.locator("#s1").click()
    wait_state(page, "playing")
    part(page, "slider").focus()
    for _ in range(4):
        page.keyboard.press("PageUp")
    page.wait_for_function("() => scrollY > 300")
    follow = part(page, "follow")
    page.mouse.move(300, 400)
    page.mouse.wheel(0, -5000)
    page.wait_for_function("() => scrollY === 0")
    expect(follow).to_be_visible()
    part(page, "previous").click()
    page.wait_for_timeout(300)
    assert page.evaluate("() => scrollY") == 0
    follow.click()
    page.wait_for_function("() => scrollY > 300")
    expect(follow).to_be_hidden()


def test_the_bar_takes_the_focus_without_moving_the_page(visit: Open, reader: Reader) -> None:
    """Going to a button of the bar scrolls nothing, so the reading is still followed."""
    page = visit(reader.url("focus", sentences=90), viewport={"width": 700, "height": 500}, reduced_motion="reduce")
    press(page)
    wait_state(page, "playing")
    press(page)  # a sentence that begins meanwhile would move the page by itself
    wait_state(page, "paused")
    page.evaluate("() => scrollTo({ top: 600, behavior: 'instant' })")
    for name in ("slider", "previous", "speed", "more", "toggle"):
        part(page, name).focus()
        assert page.evaluate("() => scrollY") == 600


def test_keys_work_inside_the_player_only(visit: Open, reader: Reader) -> None:
    """Arrows and space move and pause while the player has the focus; elsewhere they are the page's own."""
    page = visit(reader.url("keys"))
    press(page)
    wait_state(page, "playing")
    part(page, "slider").focus()
    page.keyboard.press("ArrowRight")
    wait_lit(page, sentence(page, 1))
    page.keyboard.press("Space")
    wait_state(page, "paused")
    page.keyboard.press("Space")
    wait_state(page, "playing")
    page.locator("#article a").first.focus()
    held = lit(page)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("l")
    page.wait_for_timeout(200)
    assert (lit(page), page.locator("lyssna-player").get_attribute("state")) == (held, "playing")


def test_a_kept_recording_is_exact(visit: Open, reader: Reader) -> None:
    """Of a finished page every length is known; a click lands where the sentence begins; little is fetched ahead."""
    page = visit(reader.url("kept"))
    press(page)
    wait_state(page, "playing")
    wait_kept(reader, page)
    page = visit(page.url)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator("#s12").click()
    wait_lit(page, "mening", "word")
    told = page.evaluate(
        """async () => {
            const plan = document.querySelector("lyssna-player").getAttribute("plan");
            return (await (await fetch(plan)).json()).utterances.map(({ milliseconds }) => milliseconds);
        }"""
    )
    slider = part(page, "slider")
    assert int(slider.get_attribute("max") or 0) == pytest.approx(sum(told), abs=20)
    page.locator("#s9").click()
    wait_lit(page, sentence(page, 9))
    page.wait_for_function(f"() => document.querySelector('[data-part=slider]').value >= {sum(told[:9]) - 20}")
    assert int(slider.input_value()) <= sum(told[:9]) + 1500
    sounds = {url.rsplit("/", 1)[1] for url in asked if url.endswith(".mp3")}
    assert "12.mp3" in sounds
    assert all(name.removesuffix(".mp3").isdigit() for name in sounds), "the whole page is not asked for"
    assert not sounds & {f"{n}.mp3" for n in (0, 1, 2, 3, *range(20, 30))}, sounds


def test_a_recording_that_was_cleared_away_is_made_anew(visit: Open, reader: Reader) -> None:
    """Where the whole file is gone since the page was opened, its sentences are played one by one."""
    page = visit(reader.url("cleared"))
    press(page)
    wait_state(page, "playing")
    wait_kept(reader, page)
    page = visit(page.url)
    page.evaluate("() => { delete window.MediaSource; delete window.ManagedMediaSource; }")
    page.route("**/audio/*.mp3", lambda route: route.fulfill(status=404))
    page.locator("#s9").click()
    wait_lit(page, sentence(page, 9))
    wait_state(page, "playing")
    assert audio(page, "src").startswith("blob:")


def test_without_mediasource_the_sentences_follow_one_another(visit: Open, reader: Reader) -> None:
    """A browser that cannot append MP3 plays sentence after sentence, with words lit and jumps as elsewhere."""
    page = visit(reader.url("clips"), script="delete window.MediaSource")
    press(page)
    wait_lit(page, "mening", "word")
    assert lit(page) == sentence(page, 0)
    wait_lit(page, sentence(page, 1))
    page.locator("#s9").click()
    wait_lit(page, sentence(page, 9))
    wait_lit(page, "mening", "word")
    part(page, "listen").click()
    wait_state(page, "paused")
    part(page, "next").click()
    part(page, "listen").click()
    wait_lit(page, sentence(page, 10))
    wait_state(page, "playing")


def test_old_sound_is_let_go_of(visit: Open, reader: Reader) -> None:
    """On a long page the buffer holds what is near the ear, and the place is still right."""
    page = visit(reader.url("long", sentences=60))
    held = page.evaluate(
        """async () => {
            const folder = document.querySelector("script[src$='read.js']").src.replace("read.js", "");
            const { StreamSource } = await import(folder + "stream.js");
            const { Service } = await import(folder + "service.js");
            const plan = document.querySelector("lyssna-player").getAttribute("plan");
            const audio = new Audio();
            const source = new StreamSource(audio, new Service(new URL(plan, location).href), 60, { behind: 10 });
            audio.defaultPlaybackRate = audio.playbackRate = 8;
            await Promise.all([source.seek(0, 0), audio.play()]);
            await new Promise((resolve) => {
                audio.addEventListener("timeupdate", () => audio.currentTime > 40 && resolve());
            });
            return { from: audio.buffered.start(0), to: audio.currentTime, n: source.where().n };
        }"""
    )
    assert held["from"] > 20
    assert held["n"] > 8


def test_it_plays_without_javascript(visit: Open, reader: Reader) -> None:
    """Without a script the browser's own controls play the page, progressively while it is made."""
    page = visit(reader.url("plain"), java_script_enabled=False)
    assert page.locator("lyssna-player audio[controls]").is_visible()
    assert not part(page, "listen").is_visible()
    page.locator("lyssna-player audio").focus()
    page.keyboard.press("Space")
    end = time.monotonic() + 30
    while page.locator("lyssna-player audio").evaluate("audio => audio.currentTime") < 0.3:
        assert time.monotonic() < end
        time.sleep(0.1)
