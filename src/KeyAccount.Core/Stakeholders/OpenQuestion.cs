using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Stakeholders;

/// <summary>An open question: something that we do not know.</summary>
/// <param name="Topic">The topic of the question.</param>
/// <param name="Person">The person concerned; null for a question about the map as a whole.</param>
/// <param name="Text">The question, for a person.</param>
/// <remarks>Immutable, with value equality, also after a round trip through JSON.</remarks>
public sealed record OpenQuestion(OpenTopic Topic, Stakeholder? Person, Text Text)
{
    internal static IEnumerable<OpenQuestion> Of(StakeholderMap map)
    {
        var tied = map.Ties.SelectMany(tie => (string[])[tie.From, tie.To]).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. OfMap(map),
            .. map.People.OrderByDescending(person => person.Influence).ThenBy(person => person.Id, StringComparer.Ordinal)
                .SelectMany(person => TopicsOf(person, tied).Select(topic => Ask(topic, person, person.Name ?? person.Id))),
        ];
    }

    private static IEnumerable<OpenQuestion> OfMap(StakeholderMap map)
    {
        if (map.DecisionMode is null)
            yield return Ask(OpenTopic.DecisionMode, null);
        if (map.People.All(person => person.Role != StakeholderRole.KDM))
            yield return Ask(OpenTopic.Decider, null);
        if (map.People.Count < StakeholderMap.UsualDeciders)
            yield return Ask(
                OpenTopic.People, null, map.People.Count, StakeholderMap.UsualDeciders, StakeholderMap.UsualDecidersTo);
        foreach (var level in ManagementLevel.InOrder.Where(level => map.People.All(person => person.ManagementLevel != level)))
            yield return Ask(OpenTopic.Layer, null, level);
        if (!map.People.Any(person => person.IsCoach))
            yield return Ask(OpenTopic.Coach, null);
    }

    private static IEnumerable<OpenTopic> TopicsOf(Stakeholder person, HashSet<string> tied)
    {
        if (person.Ladder is null)
            yield return OpenTopic.Ladder;
        if (person.Role is null)
            yield return OpenTopic.Role;
        if (person.ManagementLevel is null)
            yield return OpenTopic.ManagementLevel;
        if (person.Chain is null)
            yield return OpenTopic.Chain;
        if (person.Values.Count == 0)
            yield return OpenTopic.Values;
        if (person.Style is null)
            yield return OpenTopic.Style;
        if (!tied.Contains(person.Id))
            yield return OpenTopic.Ties;
    }

    private static OpenQuestion Ask(OpenTopic topic, Stakeholder? person, params object?[] about) =>
        new(topic, person, TextTable.Library[$"Stakeholders.OpenQuestion.{topic.Name}"].With(about));
}
