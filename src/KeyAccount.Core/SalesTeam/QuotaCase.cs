using static System.FormattableString;

namespace KeyAccount.Core.SalesTeam;

/// <summary>A person's quota, with the potential of the territory, the sales and the pay.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record QuotaCase
{
    /// <summary>The person's sales quota; above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not above 0.</exception>
    [FactRange(0, double.PositiveInfinity, FactUnit.Money, IsMinimumExcluded = true)]
    public required decimal Quota { get; init => field = FactRange<QuotaCase>.Checked(value); }

    /// <summary>The potential of the person's accounts; null if it is not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    [FactRange(FactUnit.Money)]
    public decimal? Potential { get; init => field = FactRange<QuotaCase>.Checked(value); }

    /// <summary>The person's sales; null if they are not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    [FactRange(FactUnit.Money)]
    public decimal? Sold { get; init => field = FactRange<QuotaCase>.Checked(value); }

    /// <summary>The person's pay; null if it is not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    [FactRange(FactUnit.Money)]
    public decimal? Pay { get; init => field = FactRange<QuotaCase>.Checked(value); }

    /// <summary>Sold / quota, as a fraction; null if the sales are not known.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public double? Attainment => (double?)Sold / (double)Quota;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All figures by name.</returns>
    public override string ToString() =>
        Invariant($"QuotaCase {{ Quota = {Quota}, Potential = {Potential}, Sold = {Sold}, Pay = {Pay} }}");
}
