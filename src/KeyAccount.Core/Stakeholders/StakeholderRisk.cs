using System.Text.Json.Serialization;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Stakeholders;

/// <summary>The loss if one person leaves.</summary>
/// <remarks>Immutable, with value equality, also after a round trip through JSON. Made by
/// <see cref="StakeholderMap.Risks"/>. Source for the question: 《大客户销售技巧（客户关系管理篇）》 (一旦关键岗位换人，供应商的地位和份额就会受到威胁).</remarks>
public sealed record StakeholderRisk
{
    /// <summary>The person.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public required Stakeholder Person { get; init => field = Guard.NotNull(value); }

    /// <summary>The support of the others.</summary>
    public required Support Without { get; init; }

    /// <summary>The change of the support in points: negative for a loss, positive if the person lowered it; null if not known before or
    /// after.</summary>
    public double? SupportChange { get; init; }

    /// <summary>Whether this is the only person whose support is known: without them nothing is known of the support.</summary>
    public bool LosesSupport { get; init; }

    /// <summary>The role that nobody else on the map is known to have; null if somebody does, or the person's is not known.</summary>
    public StakeholderRole? LostRole { get; init; }

    /// <summary>The management level at which nobody else on the map is known to be; null as for <see cref="LostRole"/>.</summary>
    public ManagementLevel? LostLevel { get; init; }

    /// <summary>The role in which others remain, but none of them supports us any more; null if there is none.</summary>
    public StakeholderRole? UnsupportedRole { get; init; }

    /// <summary>The management level at which others remain, but none of them supports us any more; null if there is none.</summary>
    public ManagementLevel? UnsupportedLevel { get; init; }

    /// <summary>Whether the person is our only coach.</summary>
    public bool LosesCoach { get; init; }

    /// <summary>The people to whom nobody on our side could introduce us any more, by id.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<Stakeholder> CutOff { get; init => field = ValueList.Of(value ?? []); } = ValueList.Of<Stakeholder>([]);

    /// <summary>Whether the decision is lost: nobody else on the map is known to decide.</summary>
    [JsonIgnore]
    public bool LosesDecision => LostRole == StakeholderRole.KDM;

    /// <summary>The loss in words; empty if nothing is lost.</summary>
    [JsonIgnore]
    public IReadOnlyList<Text> Findings
    {
        get
        {
            var findings = new List<Text>();
            if (LosesDecision)
                findings.Add(Finding("decision"));
            else if (LostRole is not null)
                findings.Add(Finding("role", LostRole));
            if (UnsupportedRole is not null)
                findings.Add(Finding("unsupportedRole", UnsupportedRole));
            if (LostLevel is not null)
                findings.Add(Finding("level", LostLevel));
            if (UnsupportedLevel is not null)
                findings.Add(Finding("unsupportedLevel", UnsupportedLevel));
            if (LosesSupport)
                findings.Add(Finding("supportUnknown"));
            else if (SupportChange < 0)
                findings.Add(Finding("support", -SupportChange, Without.Value));
            if (LosesCoach)
                findings.Add(Finding("coach"));
            findings.AddRange(CutOff.Select(other => Finding("cutOff", other.Name ?? other.Id)));
            return findings;
        }
    }

    /// <summary>Whether there are <see cref="Findings"/>, without a word of them.</summary>
    internal bool LosesAnything => LostRole is not null || UnsupportedRole is not null
        || LostLevel is not null || UnsupportedLevel is not null || LosesSupport || SupportChange < 0 || LosesCoach || CutOff.Count > 0;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The id of the person, the change, and what is lost in English.</returns>
    public override string ToString() =>
        Invariant($"StakeholderRisk {{ Person = {Person.Id}, SupportChange = {SupportChange}, ")
        + $"Findings = [{string.Join(" ", Findings)}] }}";

    /// <summary>The risk of each person, by index.</summary>
    internal static IEnumerable<StakeholderRisk> OfAll(StakeholderMap map)
    {
        var others = map.Others;
        var roles = map.People.ToLookup(person => person.Role);
        var levels = map.People.ToLookup(person => person.ManagementLevel);
        var supporters = map.People.Where(map.IsSupporter).ToArray();
        var (byRole, byLevel) = (supporters.ToLookup(person => person.Role), supporters.ToLookup(person => person.ManagementLevel));
        var coaches = map.People.Count(person => person.IsCoach);
        return map.People.Select((person, index) => Of(
            map, person, others.Without(index), IsOnly(roles[person.Role]), IsOnly(levels[person.ManagementLevel]),
            IsOnly(byRole[person.Role]), IsOnly(byLevel[person.ManagementLevel]), coaches == 1));

        static bool IsOnly(IEnumerable<Stakeholder> people) => people.Take(2).Count() == 1;
    }

    // Whether the person is the only one: in the role, at the layer, for us in either, a coach.
    private static StakeholderRisk Of(
        StakeholderMap map, Stakeholder person, Support without, bool isOnlyInRole, bool isOnlyAtLevel, bool isOnlySupporterInRole,
        bool isOnlySupporterAtLevel, bool isOnlyCoach)
    {
        var isSupporter = map.IsSupporter(person);
        return new()
        {
            Person = person,
            Without = without,
            SupportChange = without.Value - map.Support.Value is { } change ? ScoreRounding.Round(change) : null,
            LosesSupport = map.Support.Value is not null && without.Value is null,
            LostRole = isOnlyInRole ? person.Role : null,
            LostLevel = isOnlyAtLevel ? person.ManagementLevel : null,
            UnsupportedRole = isSupporter && !isOnlyInRole && isOnlySupporterInRole ? person.Role : null,
            UnsupportedLevel = isSupporter && !isOnlyAtLevel && isOnlySupporterAtLevel ? person.ManagementLevel : null,
            LosesCoach = person.IsCoach && isOnlyCoach,
            CutOff = map.CutOffWithout(person),
        };
    }

    private Text Finding(string what, params object?[] more) =>
        TextTable.Library[$"Stakeholders.Risk.{what}"].With([Person.Name ?? Person.Id, .. more]);
}
