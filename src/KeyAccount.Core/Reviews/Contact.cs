using System.Text.Json.Serialization;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Stakeholders;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>A person at the customer.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record Contact
{
    /// <summary>The stable identifier of the person, unique in the account; not blank.</summary>
    [Privacy(Privacy.PersonId)]
    public required string Id { get; init; }

    /// <summary>The name of the person; null or blank to use the id.</summary>
    [Privacy(Privacy.PersonName)]
    public string? Name { get; init; }

    /// <summary>The person's job title at the customer.</summary>
    [Privacy(Privacy.Confidential)]
    public string? JobTitle { get; init; }

    /// <summary>The person's role in the decision.</summary>
    [Privacy(Privacy.Personal)]
    public StakeholderRole? Role { get; init; }

    /// <summary>The person's level in the hierarchy.</summary>
    [Privacy(Privacy.Personal)]
    public ManagementLevel? ManagementLevel { get; init; }

    /// <summary>The person's style, which tells how to deal with them.</summary>
    [Privacy(Privacy.Confidential)]
    public PersonalityStyle? Style { get; init; }

    /// <summary>The values by which the person decides.</summary>
    [Privacy(Privacy.Confidential)]
    public IReadOnlyList<CustomerValue> Values { get; init => field = ValueList.Unchecked(value ?? []); } = ValueList<CustomerValue>.Empty;

    /// <summary>Whether the person is a coach: somebody inside who tells us what happens and what to do.</summary>
    [Privacy(Privacy.Personal)]
    public bool IsCoach { get; init; }

    /// <summary>Whether the person is an insider: somebody inside who tells us what happens. A coach need not be marked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    [Privacy(Privacy.Personal)]
    public bool IsInsider { get; init; }

    /// <summary>The chain of the decision that the person belongs to.</summary>
    [Privacy(Privacy.Personal)]
    public ChainVisibility? Chain { get; init; }

    /// <summary>The person's influence on a decision, on any scale that is the same for all people of an account; not negative. Null counts
    /// as 1: all alike.</summary>
    [FactRange(FactUnit.Number)]
    [Privacy(Privacy.Personal)]
    public double? Influence
    {
        get;
        init => field = FactRange<Contact>.Checked(value);
    }

    /// <summary>The first day of the person in this role; null if it is not known.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    [Privacy(Privacy.Personal)]
    public LocalDate? Since { get; init => field = Guard.Iso(value, nameof(Since)); }

    /// <summary>The last day of the person in this role; null if the person is still in it.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    [Privacy(Privacy.Personal)]
    public LocalDate? Until { get; init => field = Guard.Iso(value, nameof(Until)); }

    /// <summary>The relationship level of a key decision maker; null for others, and if it is not known.</summary>
    [Privacy(Privacy.Personal)]
    public KeyRelationshipLevel? KeyLevel { get; init; }

    /// <summary>The person's places on the relationship ladder, each with evidence, in any order.</summary>
    [Privacy(Privacy.Personal)]
    public IReadOnlyList<LadderEntry> Ladder { get; init => field = ValueList.Unchecked(value ?? []); } = ValueList<LadderEntry>.Empty;

    /// <summary>The department; null if it is not known.</summary>
    [Privacy(Privacy.Personal)]
    public string? Department { get; init; }

    /// <summary>The events that show how the relationship with the person has grown, step by step, in the order of the days.</summary>
    [Privacy(Privacy.Personal)]
    public IReadOnlyList<BuildingEvent> Building { get; init => field = ValueList.Unchecked(value ?? []); } =
        ValueList<BuildingEvent>.Empty;

    internal string Called => string.IsNullOrWhiteSpace(Name) ? Id : Name;

    internal double Weight => Influence ?? 1;

    /// <summary>Returns the person's place on the ladder on a date, with the last evidence and its remaining weight.</summary>
    /// <param name="asOf">The date.</param>
    /// <returns>The place on the ladder; null if there is no evidence.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Evidence is dated after <paramref name="asOf"/>.</exception>
    public LadderStanding? StandingAsOf(LocalDate asOf) => new LadderHistory(Ladder).AsOf(asOf);

    internal bool IsThereOn(LocalDate date) => !(Until < date);

    internal Stakeholder AsOf(LocalDate asOf) => new()
    {
        Id = Id,
        Name = string.IsNullOrWhiteSpace(Name) ? null : Name,
        Role = Role,
        ManagementLevel = ManagementLevel,
        Influence = Weight,
        Ladder = StandingAsOf(asOf)?.Known,
        Style = Style,
        Values = Values,
        IsCoach = IsCoach,
        IsInsider = IsInsider,
        Chain = Chain,
    };

    /// <summary>The contact, as a review holds it.</summary>
    internal Contact Shown(bool keepsConfidential) =>
        keepsConfidential ? this : this with { JobTitle = null, Style = null, Values = ValueList<CustomerValue>.Empty };

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The person.</returns>
    public override string ToString() => Invariant(
        $"Contact {{ Id = {Id}, Name = {Name}, Role = {Role} }}");
}
