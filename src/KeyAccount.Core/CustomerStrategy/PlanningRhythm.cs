using System.Text.Json.Serialization;
using KeyAccount.Core.Grading;
using static System.FormattableString;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>How often the plan of a relationship is reviewed, by tier.</summary>
/// <remarks>Immutable, with value equality. The months are a <c>LibraryDefault</c>: quarterly, half-yearly, yearly.</remarks>
public sealed record PlanningRhythm
{
    /// <summary>A rhythm.</summary>
    /// <param name="a">Every how many months for an A account, 1 … 60.</param>
    /// <param name="b">For a B account, 1 … 60.</param>
    /// <param name="other">For any other account, 1 … 60.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    [JsonConstructor]
    public PlanningRhythm(int a = 3, int b = 6, int other = 12)
    {
        Guard.Between(a, 1, 60);
        Guard.Between(b, 1, 60);
        Guard.Between(other, 1, 60);
        (A, B, Other) = (a, b, other);
    }

    /// <summary>Every three months for A, every six for B, every twelve for others.</summary>
    public static PlanningRhythm Standard { get; } = new();

    /// <summary>Every how many months for an A account.</summary>
    public int A { get; }

    /// <summary>Every how many months for a B account.</summary>
    public int B { get; }

    /// <summary>Every how many months for any other account, and where the tier is not known.</summary>
    public int Other { get; }

    /// <summary>Every how many months the plan of an account is reviewed.</summary>
    /// <param name="tier">The tier; null if not known.</param>
    /// <returns>The months.</returns>
    public int MonthsOf(AccountTier? tier) => tier == AccountTier.A ? A : tier == AccountTier.B ? B : Other;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"PlanningRhythm {{ A = {A}, B = {B}, Other = {Other} }}");
}
