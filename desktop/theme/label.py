"""Labels that wrap, in a step of the type scale. The text is shown as it is: `<b>` is four signs, not a command."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.theme.fitted import Fitted
from desktop.theme.look import current
from desktop.theme.tokens import READING_WIDTH


class Plain(Fitted, QLabel):
    """Text of any length: wraps, grows in height, never wider than one reads comfortably, never elided.

    `type_step` is a step of `tokens.TYPE`, `tone` a colour role. `strong` overrules the weight of the step.
    """

    def __init__(
        self,
        text: str = "",
        type_step: str = "body",
        tone: str = "ink",
        *,
        strong: bool | None = None,
        wrap: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setProperty("type", type_step)
        self.setProperty("tone", tone)
        if strong is not None:
            self.setProperty("strong", strong)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self.setText(text)

    def sizeHint(self) -> QSize:
        """On one line where that is readable; Qt's own hint would make a square of it."""
        if not self.wordWrap():
            return super().sizeHint()
        self.ensurePolished()
        metrics = self.fontMetrics()
        natural = max((metrics.horizontalAdvance(line) for line in self.text().split("\n")), default=0) + 2
        width = min(natural, current().px(READING_WIDTH))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the longest word, as high as one line."""
        if not self.wordWrap():
            return super().minimumSizeHint()
        self.ensurePolished()
        metrics = self.fontMetrics()
        longest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0) + 2
        return QSize(min(longest, current().px(READING_WIDTH)), metrics.lineSpacing() if self.text() else 0)


def title(text: str) -> Plain:
    return Plain(text, "title")


def heading(text: str) -> Plain:
    return Plain(text, "heading")


def small(text: str, tone: str = "ink_quiet") -> Plain:
    return Plain(text, "small", tone)


def field_label(text: str, field: QWidget) -> Plain:
    """The label above a field, tied to it for the keyboard and the screen reader."""
    label = Plain(text, "label", "ink_quiet")
    label.setBuddy(field)
    if not field.accessibleName():
        field.setAccessibleName(text)
    return label
