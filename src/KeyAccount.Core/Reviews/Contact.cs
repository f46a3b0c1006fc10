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

    /// <summary>What the person is called; null or blank where that is the id.</summary>
    [Privacy(Privacy.PersonName)]
    public string? Name { get; init; }

    /// <summary>What the person does there.</summary>
    [Privacy(Privacy.Confidential)]
    public string? JobTitle { get; init; }

    /// <summary>The part in the decision.</summary>
    [Privacy(Privacy.Personal)]
    public StakeholderRole? Role { get; init; }

    /// <summary>Where in the hierarchy.</summary>
    [Privacy(Privacy.Personal)]
    public ManagementLevel? ManagementLevel { get; init; }

    /// <summary>How to deal with the person.</summary>
    [Privacy(Privacy.Confidential)]
    public PersonalityStyle? Style { get; init; }

    /// <summary>What the person decides by.</summary>
    [Privacy(Privacy.Confidential)]
    public IReadOnlyList<CustomerValue> Values { get; init => field = ValueList.Unchecked(value ?? []); } = ValueList<CustomerValue>.Empty;

    /// <summary>Whether the person helps us from inside with what happens and what to do: a coach.</summary>
    [Privacy(Privacy.Personal)]
    public bool IsCoach { get; init; }

    /// <summary>Whether the person tells us from inside what happens: an insider. A coach need not be marked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    [Privacy(Privacy.Personal)]
    public bool IsInsider { get; init; }

    /// <summary>In which chain of the decision the person is.</summary>
    [Privacy(Privacy.Personal)]
    public ChainVisibility? Chain { get; init; }

    /// <summary>How much the person weighs in a decision, on any scale that is the same for all of an account; not negative. Null counts as
    /// 1: all alike.</summary>
    [FactRange(FactUnit.Number)]
    [Privacy(Privacy.Personal)]
    public double? Influence
    {
        get;
        init => field = FactRange<Contact>.Checked(value);
    }

    /// <summary>Since when the person has been there in this part; null where that is not known.</summary>
    /// <exception cref="ArgumentException">It is a date of another calendar than ISO.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    [Privacy(Privacy.Personal)]
    public LocalDate? Since { get; init => field = Guard.Iso(value, nameof(Since)); }

    /// <summary>The last day on which the person was there in this part; null where the person is still there.</summary>
    /// <exception cref="ArgumentException">It is a date of another calendar than ISO.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    [Privacy(Privacy.Personal)]
    public LocalDate? Until { get; init => field = Guard.Iso(value, nameof(Until)); }

    /// <summary>How far a key decision maker goes with us; null for others, and where it is not known.</summary>
    [Privacy(Privacy.Personal)]
    public KeyRelationshipLevel? KeyLevel { get; init; }

    /// <summary>Where the person stood on the ladder, each time with evidence, in any order.</summary>
    [Privacy(Privacy.Personal)]
    public IReadOnlyList<LadderEntry> Ladder { get; init => field = ValueList.Unchecked(value ?? []); } = ValueList<LadderEntry>.Empty;

    /// <summary>The department; null where that is not known.</summary>
    [Privacy(Privacy.Personal)]
    public string? Department { get; init; }

    /// <summary>What showed how far the relationship with the person has come, step by step, in the order of the days.</summary>
    [Privacy(Privacy.Personal)]
    public IReadOnlyList<BuildingEvent> Building { get; init => field = ValueList.Unchecked(value ?? []); } =
        ValueList<BuildingEvent>.Empty;

    internal string Called => string.IsNullOrWhiteSpace(Name) ? Id : Name;

    internal double Weight => Influence ?? 1;

    /// <summary>Where the person stands on a date, with the last evidence and what it still weighs.</summary>
    /// <param name="asOf">The date.</param>
    /// <returns>The standing; null where there is no evidence.</returns>
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

    /// <summary>The contact as a review holds it.</summary>
    internal Contact Shown(bool keepsConfidential) =>
        keepsConfidential ? this : this with { JobTitle = null, Style = null, Values = ValueList<CustomerValue>.Empty };

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>Who it is.</returns>
    public override string ToString() => Invariant(
        $"Contact {{ Id = {Id}, Name = {Name}, Role = {Role} }}");
}
