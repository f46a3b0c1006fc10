using KeyAccount.Core.Stakeholders;

namespace KeyAccount.Core.Needs;

/// <summary>A person who has needs.</summary>
/// <remarks>Immutable, with value equality. Null is not known.</remarks>
public sealed record NeedPerson
{
    /// <summary>The id of the person; not blank.</summary>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    public required string Id { get; init => field = Guard.NotBlank(value); }

    /// <summary>The name of the person; null for the id.</summary>
    public string? Name { get; init; }

    /// <summary>The role of the person in the decision.</summary>
    public StakeholderRole? Role { get; init; }

    /// <summary>The personality of the person, which decides how to deal with them.</summary>
    public PersonalityStyle? Style { get; init; }

    /// <summary>The values by which the person decides, the most important first.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<CustomerValue> Values { get; init => field = ValueList.Of(value ?? []); } = ValueList<CustomerValue>.Empty;
}
