"""What somebody does with the site, and what they find."""

from pathlib import Path

from playwright.sync_api import ConsoleMessage, Page, expect

# A page that says that something is wrong is a failed request to the browser, and no fault.
_EXPECTED = "the server responded with a status of 4"
# The size of what is pressed (WCAG 2.5.8) is not looked at unless asked for.
_RULES = "{rules: {'target-size': {enabled: true}}}"
# A machine without a graphics card says that it draws slowly.
_OF_THE_DRIVER = "GL Driver Message"


class Visitor:
    """Somebody at a screen: `given` and `when` steps act, `then` steps look."""

    def __init__(self, page: Page, *, axe_script: str, folder: Path, width: str) -> None:
        self.page = page
        self.complaints: list[str] = []
        self._axe_script = axe_script
        self._folder = folder
        self._width = width
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def given_the_page(self, address: str) -> None:
        self.page.goto(address, timeout=60_000)

    def given_they_signed_in(self, email: str, password: str) -> None:
        self.page.goto("/account/login/", timeout=60_000)
        self.page.get_by_label("Email").fill(email)
        self.page.get_by_label("Password").fill(password)
        self.page.get_by_role("button", name="Sign in", exact=True).click()
        expect(self.page.get_by_role("link", name="Sign out")).to_be_visible(timeout=60_000)

    def when_they_follow(self, words: str) -> None:
        self.page.get_by_role("link", name=words, exact=True).click()

    def when_they_choose(self, label: str, choice: str) -> None:
        self.page.get_by_label(label, exact=True).select_option(label=choice)

    def when_they_press(self, name: str) -> None:
        self.page.get_by_role("button", name=name).click()

    def when_they_type(self, key: str) -> None:
        self.page.keyboard.press(key)

    def when_they_go_back(self) -> None:
        self.page.go_back()

    def then_the_heading_is(self, words: str) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_contain_text(words, timeout=60_000)

    def then_they_read(self, words: str) -> None:
        expect(self.page.locator("main")).to_contain_text(words)

    def then_the_focus_is_on(self, selector: str) -> None:
        expect(self.page.locator(selector)).to_be_focused()

    def then_anybody_can_use_it(self, name: str) -> None:
        """No fault that the checker knows, nothing cut off at the side; and a picture to look at."""
        self._folder.mkdir(exist_ok=True)
        self.page.screenshot(path=self._folder / f"{name}-{self._width}.png", full_page=True)
        assert self.faults() == []

    def faults(self) -> list[tuple[str, str, list[object]]]:
        """What the checker finds on the page, and whether something is cut off at the side."""
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(self._axe_script)
        found = self.page.evaluate(f"axe.run({_RULES}).then(result => result.violations)")
        faults = [(fault["id"], fault["help"], [node["target"] for node in fault["nodes"]]) for fault in found]
        wider = self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        return [*faults, ("width", f"{wider} pixels are cut off", [])] if wider > 0 else faults

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not (_EXPECTED in message.text or _OF_THE_DRIVER in message.text):
            self.complaints.append(message.text)
