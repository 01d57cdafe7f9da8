"""What lights and severities look like on a terminal: a colour, and a mark where there is none."""

from hytargets.judging.statuses import Light
from hytargets.problems import Severity

STRONG = "bold"
FAINT = "bright_black"

LIGHTS = {
    Light.GREEN: "green",
    Light.YELLOW: "yellow",
    Light.RED: "bold red",
    Light.GREY: FAINT,
    Light.MAGENTA: "bold magenta",
}
# Marks that a GBK terminal can print.
MARKS = {
    Light.GREEN: "●",
    Light.YELLOW: "▲",
    Light.RED: "■",
    Light.GREY: "○",
    Light.MAGENTA: "◆",
}
SEVERITIES = {
    Severity.ERROR: "red",
    Severity.WARNING: "yellow",
    None: FAINT,
}
