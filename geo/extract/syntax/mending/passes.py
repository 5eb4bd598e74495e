"""Mends what the parser often gets wrong, before anything is read from a tree: each mending is one function."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.extract.syntax.mending import (
    clauses,
    closings,
    counted,
    descriptions,
    inclusion,
    lists,
    members,
    misread,
    mixed,
    passives,
    relatives,
    samples,
    speech,
    subjects,
    times,
    verbs,
)

if TYPE_CHECKING:
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.mending.speech import Links
    from geo.extract.syntax.trees.parse import Parse


_PARTITIVES = frozenset(
    {"most", "much", "all", "some", "many", "none", "several", "half", "both", "each", "few", "one"}
)


_RETAGGINGS = (
    misread.irregular_forms,
    misread.participles_as_nouns,
    misread.sites_as_verbs,
    misread.reports_as_verbs,
    misread.got_passives,
    misread.perfects_as_names,
    misread.lone_participles,
)
"""The mendings of words that the tagger took for another class, in the order in which they are made."""

_MENDINGS = (
    times.names_before_times,
    inclusion.fellows_behind,
    verbs.verbs_as_adjectives,
    descriptions.descriptions_of_names,
    descriptions.names_of_places_in_lands,
    subjects.subjects_before_descriptions,
    subjects.subjects_behind_descriptions,
    subjects.doubled_subjects,
    speech.strayed_reports,
    subjects.subjects_before_asides,
    verbs.subjects_of_third_persons,
    verbs.perfect_participles,
    verbs.clauses_of_time,
    verbs.inverted_conditions,
    verbs.subjects_behind_clauses,
    verbs.subjects_behind_names,
    verbs.takers_of_nouns,
    verbs.headlines_told,
    members.reduced_relatives,
    subjects.opening_list,
    lists.kinds_of_lists,
    lists.named_among,
    counted.named_behind_land,
    lists.town_and_more,
    lists.aside_participles,
    mixed.behind_colons,
    mixed.mixed_lists,
    members.told_in_turn,
    mixed.set_off_members,
    mixed.two_subjects,
    members.listed_things,
    samples.samples,
    members.repeated_links,
    members.rounded_shares,
    members.late_members,
    members.counted_more,
    clauses.excepted_subjects,
    clauses.judged_clauses,
    clauses.gerunds_of_reports,
    clauses.terms_given,
    clauses.clauses_said_far_off,
    clauses.clauses_taken_for_objects,
    clauses.clauses_over_land,
    subjects.clefts,
    subjects.absolute_subjects,
    subjects.shared_fates,
    speech.stolen_objects,
    speech.reported_as,
    speech.joined_reports,
    speech.inserted_reports,
    speech.inserted_asides,
    speech.foreign_clauses,
    speech.shared_subjects,
    speech.trailing_reports,
    speech.declared_states,
    speech.told_clauses,
    speech.said_in_passing,
    speech.second_clauses,
    speech.stolen_names,
    closings.closing_reports,
)
"""The mendings that need no other, in the order in which they are made."""


def mend(parse: Parse, lexicon: SyntaxLexicon) -> Parse:
    """The tree with the usual mistakes mended."""
    parse = verbs.retagged(lists.plural_kinds(parse, lexicon), lexicon)
    parse = _tagged(parse, subjects.opening_name(parse, lexicon), "NNP")
    for retagging in _RETAGGINGS:
        parse = retagging(parse, lexicon)
    parse = _rehang(parse, {**misread.bare_possessives(parse, lexicon), **misread.joined_states(parse)})
    parse = _rehang(parse, misread.prepositions_as_adverbs(parse))
    parse = _rehang(parse, _near_of(parse))
    parse = _rehang(parse, mixed.alike(parse))
    parse = _rehang(parse, _before_semicolons(parse))
    parse = _rehang(parse, lists.strayed_members(parse))
    parse = _rehang(parse, _lost_predicates(parse))
    parse = _rehang(parse, _parted_passives(parse))
    parse = _rehang(parse, subjects.asides_before_clauses(parse))
    parse = _rehang(parse, verbs.uneven_members(parse))
    parse = _rehang(parse, _members_among(parse))
    parse = _rehang(parse, _set_off_participles(parse))
    parse = _rehang(parse, _spelled_out(parse, lexicon))
    parse = _rehang(parse, subjects.swallowed_subjects(parse))
    parse = _rehang(parse, members.parted_control(parse, lexicon))
    parse = _rehang(parse, inclusion.fallen_with_it(parse, lexicon))
    parse = _rehang(parse, inclusion.named_behind(parse, lexicon))
    parse = _rehang(parse, relatives.near_antecedents(parse))
    parse = _rehang(parse, rehung := relatives.relative_objects(parse))
    parse = _tagged(parse, {at: link for at, link in rehung.items() if link[1] == "relcl"}, "VBD")
    parse = passives.passives_apart(_tagged(parse, passives.joined_passives(parse, lexicon), "VBN"), lexicon)
    parse = _rehang(parse, passives.headline_passives(parse, lexicon))
    for mending in _MENDINGS:
        parse = _rehang(parse, mending(parse, lexicon))
    return lists.as_participles(parse, lexicon)


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
