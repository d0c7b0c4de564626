"""Bringing profiles in. Nobody is written to because of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.mentoring.pool import pairs_of
from bot.mentoring.profiles.file import Line, ProfileFile
from bot.programmes.roster import BadLine
from storage.due import students
from storage.mentoring_profiles import MENTEE, MENTOR, MentoringProfile, profiles, put_profiles
from storage.mentorships import mentorships_of_any
from storage.people import Person, find_people
from storage.unit_of_work import UnitOfWork

_ROLES = {MENTOR: "mentor", MENTEE: "student"}


@dataclass(slots=True)
class Changes:
    """What bringing a file in does: the profiles to write, and what is left alone."""

    new: list[MentoringProfile] = field(default_factory=list)
    changed: list[MentoringProfile] = field(default_factory=list)
    unchanged: int = 0
    bad: list[BadLine] = field(default_factory=list)
    notices: tuple[str, ...] = ()


def changes(uow: UnitOfWork, says: ProfileFile) -> Changes:
    """Compare a file with what is kept. A column that the file has not stays as it was."""
    ids = {line.id for line in says.lines}
    kept, people = profiles(uow.db, ids), find_people(uow.db, ids)
    placements = (placement for _, placement in students(uow.db, ids).values())
    mentor_of = pairs_of(mentorships_of_any(uow.db, ids), placements).mentor_of
    made = Changes(bad=list(says.bad), notices=says.notices)
    for line in says.lines:
        if reason := _refused(line, people):
            made.bad.append(BadLine(line.line, reason))
            continue
        profile = _profile(uow, line, kept.get(line.id), has_mentor=line.id in mentor_of)
        if line.id not in kept:
            made.new.append(profile)
        elif profile.model_dump() != kept[line.id].model_dump():
            made.changed.append(profile)
        else:
            made.unchanged += 1
    made.bad.sort(key=lambda each: each.line)
    return made


def bring_in(uow: UnitOfWork, says: ProfileFile) -> Changes:
    """Write the good lines down, and give what that was. Who is in no line is left alone."""
    made = changes(uow, says)
    put_profiles(uow.db, [*made.new, *made.changed])
    return made


def _refused(line: Line, people: Mapping[str, Person]) -> str:
    person = people.get(line.id)
    if person is None:
        return f"id {line.id!r} is nobody in the roster; import the roster first, or mend the id"
    if person.forgotten_at is not None:
        return f"id {line.id!r} asked to be forgotten and is left alone; take the line out"
    if person.role != _ROLES[line.side]:
        return f"side {line.side!r} wants the role {_ROLES[line.side]} in the roster, and {line.id} is {person.role}"
    return ""


def _profile(uow: UnitOfWork, line: Line, kept: MentoringProfile | None, *, has_mentor: bool) -> MentoringProfile:
    """The profile as it will be; a mentee without a mentor waits since she was first written down."""
    before = kept.model_dump(exclude={"person_id", "side", "waiting_since"}) if kept else {}
    profile = MentoringProfile(person_id=line.id, side=line.side, **{**before, **line.says})
    if line.side == MENTEE and not profile.opted_out and not has_mentor:
        profile.waiting_since = kept.waiting_since if kept and kept.waiting_since else uow.now
    return profile
