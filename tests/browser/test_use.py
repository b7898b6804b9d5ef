"""What a person does with the screens: search, read, step, open, decide, add."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener
from tests.browser.screenshots import fill, settle


def test_ledger_search_facets_and_deep_links(watch: Opener, example: str) -> None:
    watched = watch(example)
    page = watched.open("/claims")
    count = page.locator(".ledger .count")
    everything = count.inner_text()
    page.keyboard.press("/")
    page.keyboard.type("missiles")
    expect(count).not_to_have_text(everything)
    page.wait_for_url("**/claims?text=missiles")
    expect(page.locator(".row").first).to_contain_text(re.compile("missile", re.IGNORECASE))
    found = count.inner_text()
    page.reload()
    watched.settle()
    expect(count).to_have_text(found)
    page.locator(".facet", has_text="Status").locator("button").first.click()
    page.wait_for_url(re.compile("status="))
    links = page.locator(".export a")
    assert "text=missiles" in (links.first.get_attribute("href") or "")
    assert "status=" in (links.first.get_attribute("href") or "")
    with page.expect_download() as download:
        links.first.click()
    lines = Path(download.value.path()).read_text(encoding="utf-8").splitlines()
    expect(count).to_have_text(f"{len(lines)} claim{'' if len(lines) == 1 else 's'}")
    page.get_by_role("button", name="Clear all").click()
    expect(count).to_have_text(everything)


def test_reader_steps_between_claims_by_key_and_keeps_them_in_the_address(watch: Opener, example: str) -> None:
    watched = watch(example)
    names = fill(example)
    page = watched.open(f"/articles/{names['article']}")
    expect(page.locator(".panel")).to_contain_text("About this article")
    page.keyboard.press("j")
    page.wait_for_url(re.compile("claim="))
    first = page.url
    expect(page.locator(".panel .chain .link").first).to_be_visible()
    expect(page.locator(".panel .chain .link-you")).to_have_text("you")
    page.keyboard.press("j")
    page.wait_for_function("url => location.href !== url", arg=first)
    page.keyboard.press("k")
    page.wait_for_url(first)
    page.reload()
    watched.settle()
    expect(page.locator(".chosen-claim").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".panel")).to_contain_text("About this article")


def test_a_row_of_the_ledger_opens_in_its_article_and_back_returns(watch: Opener, example: str) -> None:
    watched = watch(example)
    page = watched.open("/claims?status=denied")
    page.locator(".row .what a").first.click()
    page.wait_for_url(re.compile("/articles/.*claim="))
    watched.settle()
    expect(page.locator(".chosen-claim").first).to_be_in_viewport()
    page.go_back()
    page.wait_for_url("**/claims?status=denied")


def test_every_line_of_a_dossier_opens_its_claims_in_place(watch: Opener, example: str) -> None:
    watched = watch(example)
    page = watched.open(f"/actors/{fill(example)['actor']}")
    line = page.locator(".part .backed").first
    line.locator(".disclose").click()
    watched.settle()
    expect(line.locator(".claim-text, .backed-claims a").first).to_be_visible()
    assert page.url.endswith(fill(example)["actor"]) or "/actors/" in page.url


def test_map_lists_slides_and_opens(watch: Opener, example: str) -> None:
    watched = watch(example)
    page = watched.open("/map")
    settle(page, "/map")
    assert drawn(page) > 20
    expect(page.locator(".map-credits")).to_contain_text("GeoNames, CC BY 4.0")
    expect(page.locator(".map-key")).to_contain_text("What a symbol does not mean")
    places = page.locator(".spot").count()
    assert places > 1
    page.locator(".spot h2 button").first.click()
    page.wait_for_url(re.compile("place="))
    expect(page.locator(".spot")).to_have_count(1)
    page.locator(".spot .disclose").first.click()
    expect(page.locator(".spot .claim-text, .spot .backed-claims a").first).to_be_visible()
    page.locator(".map-side .chip").click()
    slider = page.locator(".slider input")
    slider.focus()
    page.keyboard.press("Home")
    page.wait_for_url(re.compile("day="))
    assert page.locator(".spot").count() < places
    page.get_by_role("button", name="Play").click()
    expect(page.get_by_role("button", name="Pause")).to_be_visible()


def drawn(page: Page) -> int:
    """How many different colours the map's canvas shows: an unpainted one shows one."""
    return page.evaluate(
        """() => {
          const canvas = document.querySelector('.map-canvas canvas');
          const copy = Object.assign(document.createElement('canvas'), {width: 200, height: 120});
          const context = copy.getContext('2d');
          context.drawImage(canvas, 0, 0, 200, 120);
          const data = context.getImageData(0, 0, 200, 120).data;
          const seen = new Set();
          for (let i = 0; i < data.length; i += 4) seen.add(data[i] << 16 | data[i + 1] << 8 | data[i + 2]);
          return seen.size;
        }"""
    )


def test_network_filters_focuses_and_opens(watch: Opener, example: str) -> None:
    watched = watch(example)
    page = watched.open("/network")
    edges = page.locator(".network-side .backed")
    everything = edges.count()
    assert everything > 3
    page.get_by_role("button", name=re.compile("^arms")).click()
    page.wait_for_url(re.compile("kind=arms"))
    watched.settle()
    expect(edges.first).to_contain_text("arms")
    edges.first.get_by_role("button", name=re.compile("around it")).click()
    page.wait_for_url(re.compile("focus="))
    watched.settle()
    edges.first.locator(".disclose").click()
    expect(edges.first.locator(".claim-text, .backed-claims a").first).to_be_visible()


def test_timeline_opens_a_moment(watch: Opener, example: str) -> None:
    page = watch(example).open("/timeline")
    page.locator(".bar-moment").first.click()
    page.wait_for_url(re.compile("moment="))
    expect(page.locator(".moments .backed")).to_have_count(1)
    expect(page.locator(".moments .claim-text, .moments .backed-claims a").first).to_be_visible()


def test_review_by_keys(watch: Opener, writable: str) -> None:
    watched = watch(writable)
    page = watched.open("/review")
    waiting = page.locator(".review .count").first
    expect(waiting).to_have_text("200 claims waiting")
    page.get_by_label("Your name").fill("Dana")
    page.locator("h1").click()
    first = page.locator(".review-text").inner_text()
    page.keyboard.press("a")
    expect(waiting).to_have_text("199 claims waiting")
    expect(page.locator(".history li").first).to_contain_text("accepted by Dana")
    expect(page.locator(".decide .accept")).to_be_enabled()
    watched.settle()
    page.keyboard.press("r")
    expect(waiting).to_have_text("198 claims waiting")
    watched.settle()
    page.keyboard.press("u")
    expect(page.locator(".history li").first).to_contain_text("took back by Dana")
    expect(waiting).to_have_text("199 claims waiting")
    watched.settle()
    page.keyboard.press("c")
    page.get_by_label("Status").select_option("hedged")
    page.get_by_role("button", name="Save the correction").click()
    expect(page.locator(".history li").first).to_contain_text("corrected by Dana")
    expect(page.locator(".history li").first).to_contain_text("hedged")
    page.reload()
    watched.settle()
    expect(waiting).to_have_text("198 claims waiting")
    assert page.locator(".review-text").inner_text() != first


def test_typing_a_name_decides_nothing(watch: Opener, writable: str) -> None:
    page = watch(writable).open("/review")
    page.get_by_label("Your name").press_sequentially("Sara Lucac")
    expect(page.locator(".review .count").first).to_have_text("200 claims waiting")
    expect(page.locator(".history li")).to_have_count(0)


def test_adding_a_pasted_text_and_a_broken_file(watch: Opener, writable: str, tmp_path: Path) -> None:
    watched = watch(writable)
    page = watched.open("/add")
    page.get_by_label("Text", exact=True).fill(
        "Col. Adam Basso told reporters that the army had left the bridge at dawn."
    )
    page.get_by_label("Title").fill("Army leaves the bridge")
    page.get_by_label("Outlet").fill("Harbour Wire")
    page.get_by_role("button", name="Read it").click()
    done = page.locator(".job", has_text="Army leaves the bridge")
    expect(done).to_contain_text("1 article added", timeout=120_000)
    void = tmp_path / "void.pdf"
    void.write_bytes(b"%PDF-1.4 broken")
    page.locator("input[type=file]").set_input_files(str(void))
    broken = page.locator(".job", has_text="void.pdf")
    expect(broken.locator(".problems li")).to_have_count(1, timeout=120_000)
    expect(page.locator("section[aria-labelledby=problems-title]")).to_contain_text("void.pdf")
    page.goto(f"{writable}/articles")
    expect(page.locator(".articles")).to_contain_text("Army leaves the bridge")
