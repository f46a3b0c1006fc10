using System.Text.Json.Serialization;
using KeyAccount.Core.Grading;
using static System.FormattableString;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>The review interval of a relationship plan, by tier.</summary>
/// <remarks>Immutable, with value equality. The months are a <c>LibraryDefault</c>: quarterly, half-yearly, yearly.</remarks>
public sealed record PlanningRhythm
{
    /// <summary>A rhythm.</summary>
    /// <param name="a">The interval for an A account in months, 1 … 60.</param>
    /// <param name="b">The interval for a B account in months, 1 … 60.</param>
    /// <param name="other">The interval for any other account in months, 1 … 60.</param>
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

    /// <summary>The interval for an A account, in months.</summary>
    public int A { get; }

    /// <summary>The interval for a B account, in months.</summary>
    public int B { get; }

    /// <summary>The interval for any other account, and for an unknown tier, in months.</summary>
    public int Other { get; }

    /// <summary>The review interval of an account's plan, in months.</summary>
    /// <param name="tier">The tier; null if not known.</param>
    /// <returns>The months.</returns>
    public int MonthsOf(AccountTier? tier) => tier == AccountTier.A ? A : tier == AccountTier.B ? B : Other;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"PlanningRhythm {{ A = {A}, B = {B}, Other = {Other} }}");
}
