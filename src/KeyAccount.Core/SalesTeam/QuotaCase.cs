using static System.FormattableString;

namespace KeyAccount.Core.SalesTeam;

/// <summary>A person's quota, what the territory holds, what was reached and what was paid.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record QuotaCase
{
    /// <summary>What the person was to sell; above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0.</exception>
    [FactRange(0, double.PositiveInfinity, FactUnit.Money, IsMinimumExcluded = true)]
    public required decimal Quota { get; init => field = FactRange<QuotaCase>.Checked(value); }

    /// <summary>What the accounts of the person could buy; null where it is not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    [FactRange(FactUnit.Money)]
    public decimal? Potential { get; init => field = FactRange<QuotaCase>.Checked(value); }

    /// <summary>What the person sold; null where it is not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    [FactRange(FactUnit.Money)]
    public decimal? Sold { get; init => field = FactRange<QuotaCase>.Checked(value); }

    /// <summary>What the person was paid; null where it is not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    [FactRange(FactUnit.Money)]
    public decimal? Pay { get; init => field = FactRange<QuotaCase>.Checked(value); }

    /// <summary>Sold / quota, as a fraction; null where what was sold is not known.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public double? Attainment => (double?)Sold / (double)Quota;

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All figures by name.</returns>
    public override string ToString() =>
        Invariant($"QuotaCase {{ Quota = {Quota}, Potential = {Potential}, Sold = {Sold}, Pay = {Pay} }}");
}
