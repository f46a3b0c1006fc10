using KeyAccount.Core.Stakeholders;

namespace KeyAccount.Core.Needs;

/// <summary>A person who has needs.</summary>
/// <remarks>Immutable; equal when every part is. Null is not known.</remarks>
public sealed record NeedPerson
{
    /// <summary>What identifies the person; not blank.</summary>
    /// <exception cref="ArgumentException">It is blank.</exception>
    public required string Id { get; init => field = Guard.NotBlank(value); }

    /// <summary>What the person is called; null for the id.</summary>
    public string? Name { get; init; }

    /// <summary>What the person does in the decision.</summary>
    public StakeholderRole? Role { get; init; }

    /// <summary>How the person likes to be dealt with.</summary>
    public PersonalityStyle? Style { get; init; }

    /// <summary>What the person decides by, the most important first.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<CustomerValue> Values { get; init => field = ValueList.Of(value ?? []); } = ValueList<CustomerValue>.Empty;
}
