"""Pictures, voice messages and files: what a student is told of them, and what staff see.

Placeholders: `{kind_word}` from `attachment.*`; `{number}` the case number; `{count}` a file's place in its case;
`{limit}` the largest size in megabytes; `{size}` a file's size; `{when}` a time in the team's zone; `{state_word}` from
`file_state.*`; `{reason_word}` from `file_refused.*`.
"""

ATTACHMENTS: dict[str, str] = {
    "attachment.photo": "picture",
    "attachment.voice": "voice message",
    "attachment.audio": "sound",
    "attachment.video": "video",
    "attachment.document": "file",
    "media.offer": "I cannot look at pictures, listen or open files myself. Shall a person look at it? It is kept only "
    "if you say yes.",
    "media.offer_yes": "Yes, a person",
    "media.offer_no": "No, do not keep it",
    "media.accepted": "Thank you. It goes to a person, in your case {number}.",
    "media.not_kept": "It is not kept.",
    "media.person_looks": "I cannot look at this or listen to it myself. A person does; it is in your case {number}.",
    "media.refused": "I could not take the {kind_word} for case {number}. Pictures, sound, short videos and PDF up to "
    "{limit} MB can be sent here. You can also write to me.",
    "media.lost": "The {kind_word} for case {number} did not arrive. Please send it again, or write.",
    "mydata.file": "you sent: {kind_word}, {size}",
    "line.file": "({kind_word}: among the files of this case)",
    "passage.files": "Pictures, sound and files",
    "file.line": "File {count}: {kind_word}, {size}, {when}, {state_word}",
    "file_state.waiting": "being fetched",
    "file_state.kept": "ready",
    "file_state.refused": "not taken, {reason_word}",
    "file_state.lost": "could not be fetched",
    "file_refused.type": "this type is not allowed",
    "file_refused.size": "it is too large",
    "file_refused.empty": "it is empty",
    "act.file": "Send me file {count}",
    "passage.file_sent": "File {count} of case {number} comes to your own chat with me. This is logged, and the "
    "student sees that the case was opened.",
    "file.caption": "Case {number}, file {count}. Please keep it among those who work on the case.",
    "refused.file": "This file is not here: {state_word}.",
    "refused.file_reason": "Please open the case and give a reason first.",
    "log.file_refused": "A file from the student was not taken: {reason_word}. The student is told.",
    "log.file_lost": "A file from the student could not be fetched. The student is asked to send it again.",
}
