using KeyAccount.Core.Relationships;
using KeyAccount.Core.Stakeholders;
using static System.FormattableString;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>A person in a decision chain. Everything but the name may be unknown.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record DecisionChainPerson
{
    /// <summary>The name of the person; not blank.</summary>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    public required string Name { get; init => field = Guard.NotBlank(value); }

    /// <summary>The bone of the person: a department, or a stage of the decision; null or blank if not known.</summary>
    public string? Bone { get; init; }

    /// <summary>The role of the person in the decision.</summary>
    public StakeholderRole? Role { get; init; }

    /// <summary>The stance of the person.</summary>
    public Stance? Stance { get; init; }

    /// <summary>Whether the person belongs to the chain that everybody sees, or to the hidden one.</summary>
    public ChainVisibility? Chain { get; init; }

    /// <summary>The weight of the person relative to the others; finite and not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    [FactRange(FactUnit.Number)]
    public double Influence { get; init => field = FactRange<DecisionChainPerson>.Checked(value); } = 1;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"DecisionChainPerson {{ Name = {Name}, Bone = {Bone}, Role = {Role}, ")
        + Invariant($"Stance = {Stance}, Chain = {Chain}, Influence = {Influence} }}");
}
