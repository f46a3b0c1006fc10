using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The data of a register or a credit bureau about a company.</summary>
/// <remarks>Immutable; equal when every part is. Everything may be unknown.</remarks>
public sealed record CompanyProfile
{
    /// <summary>The industry code, such as one of ISIC or GB/T 4754.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string? IndustryCode { get; init; }

    /// <summary>The number of employees.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    [FactRange(FactUnit.Count)]
    public int? Staff { get; init => field = FactRange<CompanyProfile>.Checked(value); }

    /// <summary>The yearly sales of the company.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    [FactRange(FactUnit.Money)]
    public decimal? Revenue { get; init => field = FactRange<CompanyProfile>.Checked(value); }

    /// <summary>The number of plants.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    [FactRange(FactUnit.Count)]
    public int? Plants { get; init => field = FactRange<CompanyProfile>.Checked(value); }

    /// <summary>The year in which it was founded, 1000 … 2999; in a file, not after the year of the facts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(1000, 2999, FactUnit.Number)]
    public int? Founded { get; init => field = FactRange<CompanyProfile>.Checked(value); }

    /// <summary>Whether the company is listed on a stock exchange.</summary>
    public bool? IsListed { get; init; }

    /// <summary>The region of the company.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string? Region { get; init; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Industry code, staff, revenue and region.</returns>
    public override string ToString() => Invariant(
        $"CompanyProfile {{ IndustryCode = {IndustryCode}, Staff = {Staff}, Revenue = {Revenue}, Region = {Region} }}");
}
