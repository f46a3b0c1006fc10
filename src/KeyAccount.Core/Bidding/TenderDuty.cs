using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Bidding;

/// <summary>A minimum or maximum number of days that the rules set between two days of a tender.</summary>
/// <remarks>A duty is data: users can replace it with one of their own, in code or in the file of a tender (<see cref="Tender.Duties"/>).
/// Immutable; two duties are equal if all their parts are.</remarks>
public sealed record TenderDuty
{
    /// <summary>The largest number of days that a duty may set: 3,650.</summary>
    public const int MostDays = 3_650;

    private static readonly Provenance Own = Provenance.LibraryDefault("a rule of the user, without a source");

    /// <summary>The key of the duty; not blank.</summary>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    [Privacy(Privacy.NotPersonal)]
    public required string Key { get; init => field = Guard.NotBlank(value); }

    /// <summary>The day to count from.</summary>
    public required TenderDate From { get; init => field = Guard.NotNull(value); }

    /// <summary>The day to count to.</summary>
    public required TenderDate To { get; init => field = Guard.NotNull(value); }

    /// <summary>Whether <see cref="Days"/> is a minimum; otherwise it is a maximum.</summary>
    public bool IsAtLeast { get; init; }

    /// <summary>The number of days; 0 … 3,650.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(0, MostDays, FactUnit.Days)]
    public int Days { get; init => field = FactRange<TenderDuty>.Checked(value); }

    /// <summary>Whether working days are counted.</summary>
    public bool IsInWorkingDays { get; init; }

    /// <summary>Whether the duty binds only projects that must be tendered by law.</summary>
    public bool IsForMandatoryOnly { get; init; }

    /// <summary>The source of the rule: the law and the article. If none is given, the source is the user.</summary>
    public Provenance Provenance { get; init => field = value ?? Own; } = Own;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"TenderDuty {{ Key = {Key}, From = {From}, To = {To}, IsAtLeast = {IsAtLeast}, ")
        + Invariant($"Days = {Days}, IsInWorkingDays = {IsInWorkingDays}, IsForMandatoryOnly = {IsForMandatoryOnly}, ")
        + Invariant($"Provenance = {Provenance} }}");
}
