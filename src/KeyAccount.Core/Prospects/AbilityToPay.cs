using static System.FormattableString;

namespace KeyAccount.Core.Prospects;

/// <summary>The ability of a company to pay: by its balance sheet, by its paying habit, and by a stated opinion.</summary>
/// <param name="Level">The level that counts: the worse of balance sheet and paying habit, and the stated opinion if neither is known; null
/// if nothing is known.</param>
/// <param name="Z">The Z″ score of the balance sheet; null if no balance sheet is known.</param>
/// <param name="DaysLate">The average number of days by which the company pays late; null if not known.</param>
/// <param name="Stated">The stated opinion; null if there is none.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record AbilityToPay(
    PayingAbility? Level,
    [property: FactRange(double.NegativeInfinity, double.PositiveInfinity, FactUnit.Number, Unbounded = "ratios of a balance")] double? Z,
    [property: FactRange(FactUnit.Days)] double? DaysLate,
    PayingAbility? Stated)
{
    /// <summary>The average number of days late above which the ability to pay is doubtful: 30. Provenance:
    /// <c>LibraryDefault</c>.</summary>
    public const double DoubtfulAbove = 30;

    /// <summary>The average number of days late above which a company counts as unable to pay: 90. Provenance:
    /// <c>LibraryDefault</c>.</summary>
    public const double NotMetAbove = 90;

    /// <summary>Whether the stated opinion contradicts balance sheet and paying habit.</summary>
    public bool IsContradicted => Stated is not null && Level is not null && Stated != Level;

    /// <summary>Judges the ability to pay.</summary>
    /// <param name="balance">The balance sheet; null if not known.</param>
    /// <param name="daysLate">The average number of days by which the company pays late; not negative, null if not known.</param>
    /// <param name="stated">The stated opinion; null if there is none.</param>
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
