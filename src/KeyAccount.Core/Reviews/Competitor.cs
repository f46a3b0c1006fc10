using System.Globalization;

namespace KeyAccount.Core.Reviews;

/// <summary>Somebody else who supplies the customer.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record Competitor
{
    /// <summary>What it is called; not blank.</summary>
    [Privacy(Privacy.NotPersonal)]
    public required string Name { get; init; }

    /// <summary>What the account buys from it in a year.</summary>
    [FactRange(FactUnit.Money)]
    public decimal? AnnualSales
    {
        get;
        init => field = FactRange<Competitor>.Checked(value);
    }

    /// <summary>What it is strong in.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string? Strength { get; init; }

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"Competitor {{ Name = {Name}, AnnualSales = {AnnualSales}, Strength = {Strength} }}");
}
