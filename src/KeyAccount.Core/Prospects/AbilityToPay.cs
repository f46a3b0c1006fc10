using static System.FormattableString;

namespace KeyAccount.Core.Prospects;

/// <summary>Whether a company can pay: by its balance, by how it pays, and by what somebody says.</summary>
/// <param name="Level">What counts: the worse of what balance and paying habit say, and where neither is known what is stated; null if
/// nothing is known.</param>
/// <param name="Z">Z″ of its balance; null if no balance is known.</param>
/// <param name="DaysLate">How late it pays on average, in days; null if not known.</param>
/// <param name="Stated">What somebody says; null if nobody does.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record AbilityToPay(
    PayingAbility? Level,
    [property: FactRange(double.NegativeInfinity, double.PositiveInfinity, FactUnit.Number, Unbounded = "ratios of a balance")] double? Z,
    [property: FactRange(FactUnit.Days)] double? DaysLate,
    PayingAbility? Stated)
{
    /// <summary>Above how many days late on average it is doubtful whether a company can pay: 30. Provenance:
    /// <c>LibraryDefault</c>.</summary>
    public const double DoubtfulAbove = 30;

    /// <summary>Above how many days late on average it does not pay: 90. Provenance: <c>LibraryDefault</c>.</summary>
    public const double NotMetAbove = 90;

    /// <summary>Whether what somebody says is not what balance and paying habit say.</summary>
    public bool IsContradicted => Stated is not null && Level is not null && Stated != Level;

    /// <summary>The ability to pay.</summary>
    /// <param name="balance">Its balance; null if not known.</param>
    /// <param name="daysLate">How late it pays on average, in days; not negative, null if not known.</param>
    /// <param name="stated">What somebody says; null if nobody does.</param>
    /// <returns>What counts, with what it rests on.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="daysLate"/> is negative or not finite.</exception>
    public static AbilityToPay Of(BalanceFigures? balance, double? daysLate, PayingAbility? stated = null)
    {
        if (daysLate is { } days)
            Guard.FiniteNotNegative(days, nameof(daysLate));
        var z = balance is null ? (double?)null : AltmanZ.Of(balance);
        var byBalance = z is { } known ? AltmanZ.LevelOf(known) : null;
        var byHabit = daysLate is null ? null : daysLate > NotMetAbove ? PayingAbility.NotMet
            : daysLate > DoubtfulAbove ? PayingAbility.Doubtful : PayingAbility.Met;
        var derived = byBalance is null ? byHabit : byHabit is null || byHabit.IsAtLeast(byBalance) ? byBalance : byHabit;
        return new(derived ?? stated, z, daysLate, stated);
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"AbilityToPay {{ Level = {Level}, Z = {Z}, DaysLate = {DaysLate}, Stated = {Stated} }}");
}
