"""Mends what the parser often gets wrong, before anything is read from a tree: each mending is one function."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.extract.syntax.mending_clauses import (
    clauses_over_land,
    clauses_said_far_off,
    clauses_taken_for_objects,
    excepted_subjects,
    gerunds_of_reports,
    judged_clauses,
    terms_given,
)
from geo.extract.syntax.mending_closings import closing_reports
from geo.extract.syntax.mending_counted import named_behind_land
from geo.extract.syntax.mending_descriptions import descriptions_of_names, names_of_strongholds
from geo.extract.syntax.mending_inclusion import fallen_with_it, fellows_behind, named_behind
from geo.extract.syntax.mending_lists import (
    as_participles,
    aside_participles,
    kinds_of_lists,
    named_among,
    plural_kinds,
    strayed_members,
    town_and_more,
)
from geo.extract.syntax.mending_members import (
    counted_more,
    late_members,
    listed_things,
    parted_control,
    reduced_relatives,
    repeated_links,
    rounded_shares,
    told_in_turn,
)
from geo.extract.syntax.mending_misread import (
    bare_possessives,
    got_passives,
    irregular_forms,
    joined_states,
    lone_participles,
    participles_as_nouns,
    perfects_as_names,
    prepositions_as_adverbs,
    reports_as_verbs,
    sites_as_verbs,
)
from geo.extract.syntax.mending_mixed import alike, behind_colons, mixed_lists, set_off_members, two_subjects
from geo.extract.syntax.mending_passives import headline_passives, joined_passives, passives_apart
from geo.extract.syntax.mending_relatives import near_antecedents, relative_objects
from geo.extract.syntax.mending_samples import samples
from geo.extract.syntax.mending_speech import (
    declared_states,
    foreign_clauses,
    inserted_asides,
    inserted_reports,
    joined_reports,
    reported_as,
    said_in_passing,
    second_clauses,
    shared_subjects,
    stolen_names,
    stolen_objects,
    strayed_reports,
    told_clauses,
    trailing_reports,
)
from geo.extract.syntax.mending_subjects import (
    absolute_subjects,
    asides_before_clauses,
    clefts,
    doubled_subjects,
    opening_list,
    opening_name,
    owned_subjects,
    shared_fates,
    subjects_before_asides,
    swallowed_subjects,
)
from geo.extract.syntax.mending_times import names_before_times
from geo.extract.syntax.mending_verbs import (
    clauses_of_time,
    headlines_told,
    inverted_conditions,
    perfect_participles,
    retagged,
    subjects_behind_clauses,
    subjects_behind_names,
    subjects_of_third_persons,
    takers_of_nouns,
    uneven_members,
    verbs_as_adjectives,
)

if TYPE_CHECKING:
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.mending_speech import Links
    from geo.extract.syntax.parse import Parse


_PARTITIVES = frozenset(
    {"most", "much", "all", "some", "many", "none", "several", "half", "both", "each", "few", "one"}
)


_RETAGGINGS = (
    irregular_forms,
    participles_as_nouns,
    sites_as_verbs,
    reports_as_verbs,
    got_passives,
    perfects_as_names,
    lone_participles,
)
"""The mendings of words that the tagger took for another class, in the order in which they are made."""

_MENDINGS = (
    names_before_times,
    fellows_behind,
    verbs_as_adjectives,
    descriptions_of_names,
    names_of_strongholds,
    owned_subjects,
    doubled_subjects,
    strayed_reports,
    subjects_before_asides,
    subjects_of_third_persons,
    perfect_participles,
    clauses_of_time,
    inverted_conditions,
    subjects_behind_clauses,
    subjects_behind_names,
    takers_of_nouns,
    headlines_told,
    reduced_relatives,
    opening_list,
    kinds_of_lists,
    named_among,
    named_behind_land,
    town_and_more,
    aside_participles,
    behind_colons,
    mixed_lists,
    told_in_turn,
    set_off_members,
    two_subjects,
    listed_things,
    samples,
    repeated_links,
    rounded_shares,
    late_members,
    counted_more,
    excepted_subjects,
    judged_clauses,
    gerunds_of_reports,
    terms_given,
    clauses_said_far_off,
    clauses_taken_for_objects,
    clauses_over_land,
    clefts,
    absolute_subjects,
    shared_fates,
    stolen_objects,
    reported_as,
    joined_reports,
    inserted_reports,
    inserted_asides,
    foreign_clauses,
    shared_subjects,
    trailing_reports,
    declared_states,
    told_clauses,
    said_in_passing,
    second_clauses,
    stolen_names,
    closing_reports,
)
"""The mendings that need no other, in the order in which they are made."""


def mend(parse: Parse, lexicon: SyntaxLexicon) -> Parse:
    """The tree with the usual mistakes mended."""
    parse = retagged(plural_kinds(parse, lexicon), lexicon)
    parse = _tagged(parse, opening_name(parse, lexicon), "NNP")
    for retagging in _RETAGGINGS:
        parse = retagging(parse, lexicon)
    parse = _rehang(parse, {**bare_possessives(parse, lexicon), **joined_states(parse)})
    parse = _rehang(parse, prepositions_as_adverbs(parse))
    parse = _rehang(parse, _near_of(parse))
    parse = _rehang(parse, alike(parse))
    parse = _rehang(parse, _before_semicolons(parse))
    parse = _rehang(parse, strayed_members(parse))
    parse = _rehang(parse, _lost_predicates(parse))
    parse = _rehang(parse, _parted_passives(parse))
    parse = _rehang(parse, asides_before_clauses(parse))
    parse = _rehang(parse, uneven_members(parse))
    parse = _rehang(parse, _members_among(parse))
    parse = _rehang(parse, _set_off_participles(parse))
    parse = _rehang(parse, _spelled_out(parse, lexicon))
    parse = _rehang(parse, swallowed_subjects(parse))
    parse = _rehang(parse, parted_control(parse, lexicon))
    parse = _rehang(parse, fallen_with_it(parse, lexicon))
    parse = _rehang(parse, named_behind(parse, lexicon))
    parse = _rehang(parse, near_antecedents(parse))
    parse = _rehang(parse, relatives := relative_objects(parse))
    parse = _tagged(parse, {at: link for at, link in relatives.items() if link[1] == "relcl"}, "VBD")
    parse = passives_apart(_tagged(parse, joined_passives(parse, lexicon), "VBN"), lexicon)
    parse = _rehang(parse, headline_passives(parse, lexicon))
    for mending in _MENDINGS:
        parse = _rehang(parse, mending(parse, lexicon))
    return as_participles(parse, lexicon)


def _near_of(parse: Parse) -> Links:
    """``Of`` belongs to the noun, number or ``most`` right before it, and to none before that.

    In ``the harbour and most of the island`` it is the island's most. A verb keeps its own (``cleared it of mines``).
    """
    found: Links = {}
    for word, before in zip(parse.words[1:], parse.words, strict=False):
        if (
            word.lower != "of"
            or word.dep != "prep"
            or word.head >= before.at
            or parse.words[word.head].tag.startswith("V")
        ):
            continue
        if before.tag.startswith("NN") or before.tag == "CD" or before.lower in _PARTITIVES:
            found[word.at] = (before.at, "prep")
    return found


def _parted_passives(parse: Parse) -> Links:
    """``was in the end turned over``: an aside parts the participle from its auxiliary."""
    words = parse.words
    for verb in words:
        subject = parse.dep(verb.at, "nsubj")
        if verb.lemma != "be" or subject is None:
            continue
        if parse.dep(verb.at, "attr", "acomp", "xcomp", "ccomp") is not None:
            continue
        passive = next((c for c in parse.deps(verb.at, "advcl", "dep") if c > verb.at), None)
        if passive is None or words[passive].tag not in ("VBN", "VBD"):
            continue
        asides = words[verb.at + 1 : passive]
        if parse.dep(passive, "nsubj", "nsubjpass", "mark", "aux", "auxpass", "dobj") is not None:
            continue
        if sum(word.text == "," for word in asides) % 2 or not any(word.dep == "prep" for word in asides):
            continue
        moved = {child: (passive, words[child].dep) for child in parse.children[verb.at] if child != passive}
        head = passive if verb.head == verb.at else verb.head
        return {**moved, subject: (passive, "nsubjpass"), passive: (head, verb.dep), verb.at: (passive, "auxpass")}
    return {}


def _set_off_participles(parse: Parse) -> Links:
    """``Jabrayil, liberated on 4 October, has its day``: a participle between commas is no main verb."""
    words = parse.words
    for verb in words:
        subject = parse.dep(verb.at, "nsubj")
        if subject is None or verb.tag not in ("VBD", "VBN") or verb.at < 1 or words[verb.at - 1].text != ",":
            continue
        main = next((c for c in parse.deps(verb.at, "conj") if words[c].tag in ("VBZ", "VBP", "VBD", "MD")), None)
        if main is None or parse.dep(main, "nsubj", "nsubjpass") is not None or subject > verb.at:
            continue
        low, _ = parse.edges(main)
        joined = any(words[c].tag == "CC" and c < main for c in parse.children[verb.at])
        if joined or words[low - 1].text != "," or parse.dep(verb.at, "dobj", "aux", "auxpass") is not None:
            continue
        later = {c: (main, words[c].dep) for c in parse.children[verb.at] if c > main}
        head = main if verb.head == verb.at else verb.head
        return {**later, main: (head, verb.dep), verb.at: (subject, "acl"), subject: (main, "nsubj")}
    return {}


def _members_among(parse: Parse) -> Links:
    """``the villages it asks for, Lower Askipara among them``; ``..., the town of Shusha included``: members, named."""
    words = parse.words
    for link in words:
        among = link.lower == "among" and any(words[c].lower in ("it", "them") for c in parse.deps(link.at, "pobj"))
        included = link.lower == "included" and words[min(link.at + 1, len(words) - 1)].tag in (".", ",")
        if not (among or included) or not link.at or not words[link.at - 1].tag.startswith("N"):
            continue
        member = link.at - 1
        while (words[member].dep in ("conj", "pobj", "prep", "compound")) and words[words[member].head].text != ",":
            above = words[member].head
            if above > member or any(word.text == "," for word in words[above:member]):
                break
            member = above
        low = parse.edges(member)[0] if words[member].dep != "ROOT" else member
        group = _group_before(parse, low - 1) if low > 1 and words[low - 1].text == "," else None
        if group is not None and group != member and not {member, link.at} & set(parse.governors(group)):
            return {member: (group, "conj"), link.at: (member, "prep")}
    return {}


def _group_before(parse: Parse, comma: int) -> int | None:
    """The noun in a slot of a verb whose phrase ends at a comma."""
    above = (at for at in (comma - 1, *parse.governors(comma - 1)) if at < comma)
    return next(
        (
            at
            for at in above
            if parse.words[at].tag.startswith(("N", "CD")) and parse.words[at].dep in ("dobj", "nsubj", "nsubjpass")
        ),
        None,
    )


def _spelled_out(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``Six villages were freed, namely X and Y``: the names are those of the noun before."""
    words = parse.words
    found: Links = {}
    for word in words:
        name = word.head
        if word.lower not in lexicon.lists["spelling_out"] or not words[name].tag.startswith("N") or name < word.at:
            continue
        plural = [one.at for one in words[: word.at] if one.tag == "NNS"]
        if plural and words[name].dep in ("dep", "dobj", "conj", "appos", "npadvmod", "nsubj"):
            found[name] = (plural[-1], "appos")
    return found


def _lost_predicates(parse: Parse) -> Links:
    """``A diplomat expected police to move in``: a noun with what the parser takes for its participle is a clause.

    A participle of the passive has no object, so one that has is the verb itself.
    """
    for noun in parse.words:
        if noun.dep != "ROOT" or not noun.tag.startswith("N"):
            continue
        verb = parse.dep(noun.at, "acl")
        if verb is None or parse.words[verb].tag not in ("VBN", "VBD") or verb != noun.at + 1:
            continue
        if parse.dep(verb, "dobj", "ccomp", "xcomp") is None or parse.dep(verb, "aux", "auxpass") is not None:
            continue
        later = {child: (verb, parse.words[child].dep) for child in parse.children[noun.at] if child > verb}
        return {**later, verb: (verb, "ROOT"), noun.at: (verb, "nsubj")}
    return {}


def _before_semicolons(parse: Parse) -> Links:
    """What stands before a semicolon and was hung on a verb behind it belongs to the clause that it closes."""
    words = parse.words
    found: Links = {}
    for stop in (word.at for word in words if word.text == ";"):
        clause = next((word for word in words[:stop] if word.dep == "ccomp" and word.head > stop), None)
        if clause is None or not clause.tag.startswith("V"):
            continue
        for child in parse.deps(clause.head, "prep", "npadvmod"):
            if clause.at < child < stop:
                found[child] = (clause.at, words[child].dep)
    return found


def _tagged(parse: Parse, links: Links, tag: str) -> Parse:
    """The tree with words that are names or participles after all, each in its own place."""
    if not links:
        return parse
    words = tuple(
        word._replace(tag=tag) if links.get(word.at, ("", "npadvmod"))[1] != "npadvmod" else word
        for word in parse.words
    )
    return _rehang(replace(parse, words=words), links)


def _rehang(parse: Parse, links: Links) -> Parse:
    """The tree with some words on other governors."""
    if not links:
        return parse
    if _goes_round(parse, links):
        return parse
    hung = ((word, *links.get(word.at, (word.head, word.dep))) for word in parse.words)
    words = tuple(word._replace(head=head, dep=dep) for word, head, dep in hung)
    children: list[list[int]] = [[] for _ in words]
    for word in words:
        if word.head != word.at:
            children[word.head].append(word.at)
    return replace(parse, words=words, children=tuple(map(tuple, children)))


def _goes_round(parse: Parse, links: Links) -> bool:
    """Whether new governors would leave words that hang on one another and on no root: no tree at all."""
    heads = {word.at: links.get(word.at, (word.head, ""))[0] for word in parse.words}
    for at in links:
        seen: set[int] = set()
        while at not in seen:
            seen.add(at)
            above = heads[at]
            if above == at:
                break
            at = above  # noqa: PLW2901 - climbs from each moved word
        else:
            return True
    return False
