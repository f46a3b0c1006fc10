using KeyAccount.Core.Relationships;
using KeyAccount.Core.Stakeholders;
using static System.FormattableString;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>A person in a decision chain. Everything but the name may be unknown.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record DecisionChainPerson
{
    /// <summary>What the person is called; not blank.</summary>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    public required string Name { get; init => field = Guard.NotBlank(value); }

    /// <summary>The bone on which the person stands: a department, or a stage of the decision; null or blank where that is not
    /// known.</summary>
    public string? Bone { get; init; }

    /// <summary>What the person does in the decision.</summary>
    public StakeholderRole? Role { get; init; }

    /// <summary>Which side the person takes.</summary>
    public Stance? Stance { get; init; }

    /// <summary>Whether the person stands in the chain that everybody sees, or in the hidden one.</summary>
    public ChainVisibility? Chain { get; init; }

    /// <summary>How much the person counts beside the others; finite and not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    [FactRange(FactUnit.Number)]
    public double Influence { get; init => field = FactRange<DecisionChainPerson>.Checked(value); } = 1;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"DecisionChainPerson {{ Name = {Name}, Bone = {Bone}, Role = {Role}, ")
        + Invariant($"Stance = {Stance}, Chain = {Chain}, Influence = {Influence} }}");
}
