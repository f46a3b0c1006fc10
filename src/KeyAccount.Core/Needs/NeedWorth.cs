using static System.FormattableString;

namespace KeyAccount.Core.Needs;

/// <summary>The yearly worth of one unit of a need to the customer, and whose money it is.</summary>
/// <remarks>Immutable, with value equality. A saving is stated once: under money or under time, not under both
/// (<see cref="Need.IsCountedTwice"/>).</remarks>
public sealed record NeedWorth
{
    /// <summary>The yearly worth of one unit, in <see cref="Currency"/>; 0 … 10¹².</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 1e12, FactUnit.Money)]
    public required decimal PerUnit { get; init => field = FactRange<NeedWorth>.Checked(value); }

    /// <summary>The currency, such as <c>CNY</c>; not blank. A review converts it to that of the portfolio.</summary>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    [Privacy(Privacy.Code)]
    public required string Currency { get; init => field = Guard.NotBlank(value); }

    /// <summary>The part of the cost under which the customer counts it; null for <see cref="CostComponent.Money"/>.</summary>
    public CostComponent? Component { get; init; }

    /// <summary>The budget that benefits, such as <c>maintenance budget</c>; null if not known.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string? Beneficiary { get; init; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"NeedWorth {{ PerUnit = {PerUnit}, Currency = {Currency}, Component = {Component}, Beneficiary = {Beneficiary} }}");
}
