"""Conflict of interest: whom a case is about or who is named in it neither reads it nor hears of it.

We chose to keep a case from everyone whose name or role stands in what she says, even where the name stands there for a
good reason, because to be left out by mistake costs a colleague a case, and to be let in by mistake costs the student
her safety; we gave up guessing what is meant. Whom she speaks to ("Hi Kari, thank you") is not named: she means that
person to read it.

* Her words and answers are looked through wherever they land in a case (`naming`), and she is asked where she reports
  a problem with somebody or asks for a person.
* Somebody of the team is involved and she gives no name we know: her own coordinator is left out, and the case becomes
  restricted, so that safeguarding alone reads it.
* From then on nothing about it goes where a person it is kept from could read: its card leaves the coordinators'
  channel for the own chats of those who may take it (`rules.alternates`), and what waits to be sent is taken back.
* Each time is written down as the change `kept_from` with a roster id and never a word; nothing undoes it by itself.
"""
