"""What is said beside resources, to students and to staff."""

RESOURCES: dict[str, str] = {
    "resources.nothing": "I found nothing for that.",
    "resources.checked": "Checked on {when}.",
    "resources.title": "Resources that somebody must look at:",
    "resources.all_well": "All resources are checked and in date.",
    "resources.line": "{title}: {reason_word}",
    "resource_why.unchecked": "nobody has checked it yet, so it is not shown",
    "resource_why.over": "its time is over, so it is not shown",
    "resource_why.soon": "its time is over soon",
    "command.resources": "Find help by a word or a topic",
    "command.mentor": "Your mentor",
}
