"""The page of step 10: compare with the reference clients and name the level of help."""

from collections.abc import Mapping

from desktop.flow.field import QuestionRow
from desktop.flow.page import StepPage
from desktop.weighing.comparison import ComparisonBlock
from desktop.weighing.would_change import WouldChangeBlock


class Page(StepPage):
    intro = "Op wie lijkt dit, en waarin juist niet? Verzonnen voorbeelden, nooit een reden op zich."

    def build(self) -> None:
        self.section("Lijkt het meest op")
        near = ComparisonBlock(self.case, self.inside)
        near.leads.connect(self.leads)
        self.add(near)
        chosen = self.ask("chosen", "Met welke ijkcliënten vergelijkt u?", choices=self._clients)
        self.case.weighed.connect(lambda: self._follow(chosen))
        self.ask("why", "Waarom past die vergelijking wel, en waar niet?")

        self.section("Het niveau van hulp")
        labels = {str(code): words for code, words in self.case.pack.manifest.level_labels.items()}
        self.ask("level", "Welk niveau stelt u voor?", labels)
        self.ask("offered_instead", "Wat is er wel voor dit gezin?")

        self.section("Wat zou dit veranderen?", "Antwoorden die de weging verschuiven. De casus blijft zoals hij is.")
        changes = WouldChangeBlock(self.case, self.inside)
        changes.chosen.connect(self.leads)
        self.add(changes)

    def _follow(self, chosen: QuestionRow) -> None:
        """Another weighing may find others near; a page out of sight looks when it is seen again."""
        if self.isVisible():
            chosen.refresh()
        else:
            self._stale = True

    def _clients(self) -> Mapping[str, str]:
        near = self.case.assessment.likeness if self.case.assessment else ()
        return {one.id: one.title for one in near}
