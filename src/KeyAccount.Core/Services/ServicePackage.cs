using System.Text.Json.Serialization;
using KeyAccount.Core.Documents;
using static System.FormattableString;

namespace KeyAccount.Core.Services;

/// <summary>The services that an account is due, and the promises made for them.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ServicePackage : IDescribed
{
    /// <summary>A package.</summary>
    /// <param name="types">The services, each once.</param>
    /// <param name="availability">The guaranteed availability of the customer's equipment, as a fraction, 0 … 1; null if there is
    /// none.</param>
    /// <param name="stockDays">The number of days for which our stock at the customer lasts; 0 … 365.</param>
    /// <exception cref="ArgumentNullException"><paramref name="types"/> is null.</exception>
    /// <exception cref="ArgumentException">A service is null or duplicated.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    [JsonConstructor]
    public ServicePackage(IReadOnlyList<ServiceType> types, double? availability, int stockDays)
    {
        Types = ValueList.Of(types);
        if (Types.GroupBy(type => type).FirstOrDefault(group => group.Skip(1).Any()) is { Key: var twice })
            throw new ArgumentException($"types has {twice} twice; each service must be given once.", nameof(types));
        if (availability is { } promised)
            Guard.Between(promised, 0, 1, nameof(availability));
        Guard.Between(stockDays, 0, 365);
        (Availability, StockDays) = (availability, stockDays);
    }

    /// <summary>The services.</summary>
    public IReadOnlyList<ServiceType> Types { get; }

    /// <summary>The guaranteed availability of the customer's equipment, as a fraction; null if there is none.</summary>
    public double? Availability { get; }

    /// <summary>The number of days for which our stock at the customer lasts; 0 where we keep none there.</summary>
    public int StockDays { get; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"ServicePackage {{ Types = {string.Join(", ", Types)}, Availability = {Availability}, StockDays = {StockDays} }}");

    /// <inheritdoc/>
    public ListItem Describe(string language)
    {
        var writer = new DocumentWriter(language);
        return new(writer.Listed(Types),
        [
            .. Availability is { } availability
                ? [writer.Item("Services.Describe.package.availability", NumberCell.Percent(availability, 1))] : (ListItem[])[],
            .. StockDays > 0 ? [writer.Item("Services.Describe.package.stock", new NumberCell(StockDays))] : (ListItem[])[],
        ]);
    }
}
