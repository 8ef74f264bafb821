"""What holds for every page: nothing goes wrong unseen, axe finds nothing, nothing overflows."""

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Response

from tests.support.browser import AXE

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]

REPORT_VIOLATIONS = """
addEventListener("securitypolicyviolation", event =>
    console.error(`the content security policy refused ${event.blockedURI} (${event.effectiveDirective})`));
"""
REFUSAL = "Failed to load resource"
"""How the browser remarks on a 4xx answer, which may well be what a test is about."""

# Without preloading: for that axe adds styles to the page, which our content security policy refuses.
RUN_AXE = """
async rules => {
    const found = await axe.run(document, { runOnly: { type: "tag", values: rules }, preload: false });
    const told = (rule, node) => `${rule.id}: ${node.html}\\n${node.failureSummary}`;
    return found.violations.flatMap(rule => rule.nodes.map(node => told(rule, node)));
}
"""
WIDTHS = "() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]"


class Watch:
    """Notes what goes wrong in a context's pages without any assertion looking at it."""

    def __init__(self, context: BrowserContext) -> None:
        self.faults: list[str] = []
        context.add_init_script(REPORT_VIOLATIONS)
        context.on("console", self._note_message)
        context.on("weberror", lambda error: self.faults.append(f"script: {error.error}"))
        context.on("response", self._note_response)

    def _note_message(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not message.text.startswith(REFUSAL):
            self.faults.append(f"console: {message.text}")

    def _note_response(self, response: Response) -> None:
        is_asset = response.request.resource_type in {"stylesheet", "script", "image", "font"}
        if response.status >= (400 if is_asset else 500):
            self.faults.append(f"{response.status} from {response.request.method} {response.url}")


def assert_accessible(page: Page) -> None:
    """WCAG 2.0 to 2.2, A and AA, and best practice, as far as axe-core can tell."""
    page.evaluate(AXE.read_text())
    violations = page.evaluate(RUN_AXE, RULES)
    assert not violations, f"{page.url}\n\n" + "\n\n".join(violations)


def assert_nothing_overflows(page: Page) -> None:
    needed, shown = page.evaluate(WIDTHS)
    assert needed <= shown, f"{page.url} is {needed} px wide in a window of {shown}"
