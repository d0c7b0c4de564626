"""Changing an answer that was given: from a list, or by editing the message it was typed in; also after the end.

We chose to ask the question again in a talk of its own, on the script it was asked from, because then keyboards, typed
words, waiting and stale buttons work as everywhere; we gave up a form that shows all answers at once.

* What stood there before is kept (`storage.answer_changes`), words sealed.
* A flag that becomes true is raised. One that the old answer raised stays raised: the case gets both answers, whoever
  has it is told, and she is told who keeps what she said before. Severity is never lowered.
* A talk that is not over is walked again with the new answer; answers behind a question that this brings up are kept
  and not asked for again.
"""
