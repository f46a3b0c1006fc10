using System.Globalization;
using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.Pricing;

/// <summary>The way from the list price to the pocket price: every discount, rebate and cost in order, each an amount or a percentage of a
/// named base.</summary>
/// <remarks>
/// <para>Immutable: each method returns a new waterfall, so that several can share a beginning. Two waterfalls are equal if their bases and
/// steps are.</para>
/// <para>The amounts of the steps sum exactly from list to pocket. Source: Marn &amp; Rosiello, Managing Price, Gaining Profit, HBR
/// 9/1992.</para>
/// </remarks>
/// <example>
/// <code>
/// var waterfall = PriceWaterfall.From(7_000)
///     .LessPercentage("volume discount", 0.10m, of: PriceWaterfall.List)
///     .Named("invoice")
///     .LessPercentage("cash discount", 0.02m, of: "invoice")
///     .Less("freight", 140);
/// Console.WriteLine($"pocket {waterfall.PocketPrice}, largest leak: {waterfall.Leakage[0].Name}");
/// </code>
/// </example>
public sealed record PriceWaterfall
{
    /// <summary>The name of the list price as a base.</summary>
    public const string List = "list";

    /// <summary>The name of the running price as a base, for percentages in sequence.</summary>
    public const string Running = "running";

    private readonly ValueList<PriceBase> _bases;
    private readonly ValueList<WaterfallStep> _steps;

    [JsonConstructor]
    internal PriceWaterfall(IReadOnlyList<PriceBase> bases, IReadOnlyList<WaterfallStep> steps)
    {
        var faults = FaultsOf(bases, steps);
        (_bases, _steps) = (ValueList.Of(bases), ValueList.Of(steps));
        if (faults.Count > 0)
            throw new InvalidModelException("priceWaterfall", faults);
    }

    private PriceWaterfall(ValueList<PriceBase> bases, ValueList<WaterfallStep> steps) => (_bases, _steps) = (bases, steps);

    /// <summary>The price that the waterfall begins with.</summary>
    public decimal ListPrice => _bases[0].Price;

    /// <summary>The price after all steps.</summary>
    public decimal PocketPrice => _steps.Count == 0 ? ListPrice : _steps[^1].PriceAfter;

    /// <summary>The named prices, in the order in which they were named; the first is the list price.</summary>
    public IReadOnlyList<PriceBase> Bases => _bases;

    /// <summary>The steps in their order.</summary>
    public IReadOnlyList<WaterfallStep> Steps => _steps;

    /// <summary>The steps that take something off the price, the largest first: this is where the money goes.</summary>
    public IReadOnlyList<Leakage> Leakage => [.. _steps
        .Where(step => step.Amount > 0)
        .OrderByDescending(step => step.Amount)
        .Select(step => new Leakage(step.Name, step.Amount, ListPrice == 0 ? null : step.Amount / ListPrice))];

    /// <summary>Begins a waterfall.</summary>
    /// <param name="listPrice">The list price; not negative. It is the base named <see cref="List"/>.</param>
    /// <returns>A waterfall without steps.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="listPrice"/> is negative.</exception>
    public static PriceWaterfall From(decimal listPrice)
    {
        Guard.NotNegative(listPrice);
        return new(new([new(List, listPrice)]), ValueList<WaterfallStep>.Empty);
    }

    /// <summary>Takes an amount off the price.</summary>
    /// <param name="name">The purpose of the step.</param>
    /// <param name="amount">The amount; negative for a surcharge.</param>
    /// <returns>The waterfall with the step.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank.</exception>
    /// <exception cref="OverflowException">The result does not fit a decimal; the message names the values.</exception>
    public PriceWaterfall Less(string name, decimal amount)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return With(new(name, null, null, amount, PriceAfter(name, amount, PocketPrice)));
    }

    /// <summary>Takes a percentage of a named base off the price.</summary>
    /// <param name="name">The purpose of the step.</param>
    /// <param name="rate">The fraction: 0.10 is 10 %; −1 … 1.</param>
    /// <param name="of">The base: <see cref="List"/>, <see cref="Running"/>, or a name given by <see cref="Named"/>.</param>
    /// <returns>The waterfall with the step.</returns>
    /// <exception cref="ArgumentException">A name is null or blank, or there is no such base.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is outside its range.</exception>
    /// <exception cref="OverflowException">The result does not fit a decimal; the message names the values.</exception>
    public PriceWaterfall LessPercentage(string name, decimal rate, string of)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(of);
        Guard.AtLeast(rate, -1);
        Guard.AtMost(rate, 1);
        var amount = rate * PriceOf(of);
        return With(new(name, of, rate, amount, PriceAfter(name, amount, PocketPrice)));
    }

    /// <summary>Names the running price, so that later percentages can refer to it: <c>invoice</c>.</summary>
    /// <param name="name">The name; not the name of another base.</param>
    /// <returns>The waterfall with the base.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null, blank, or taken.</exception>
    public PriceWaterfall Named(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (name == Running || _bases.Any(each => each.Name == name))
            throw new ArgumentException($"name is '{name}', which is already a base; bases are {Names()}.", nameof(name));
        return new(new([.. _bases, new(name, PocketPrice)]), _steps);
    }

    /// <summary>Looks up the price at a named base.</summary>
    /// <param name="name"><see cref="List"/>, <see cref="Running"/>, or a name given by <see cref="Named"/>.</param>
    /// <returns>The price.</returns>
    /// <exception cref="ArgumentException">There is no such base.</exception>
    public decimal PriceOf(string name)
    {
        if (name == Running)
            return PocketPrice;
        foreach (var each in _bases)
        {
            if (each.Name == name)
                return each.Price;
        }

        throw new ArgumentException($"name is '{name}', which is not a base; bases are {Names()}.", nameof(name));
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The first and the last price, and the steps between them.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"PriceWaterfall {{ {ListPrice} → {PocketPrice}, Steps = {_steps} }}");

    /// <summary>The price that a step leaves.</summary>
    /// <exception cref="OverflowException">The steps would not sum exactly: decimal subtraction rounds where price and amount have more
    /// than 28 digits between them.</exception>
    internal static decimal PriceAfter(string name, decimal amount, decimal price)
    {
        try
        {
            var after = price - amount;
            if (after + amount == price && price - after == amount)
                return after;
        }
        catch (OverflowException e)
        {
            throw DecimalOverflow.Of(e, $"PriceWaterfall after '{name}'", (nameof(PocketPrice), price), (nameof(amount), amount));
        }

        throw new OverflowException(string.Create(
            CultureInfo.InvariantCulture,
            $"{price} less {amount} ('{name}') has more digits than a decimal holds; round the amount first."));
    }

    // What is read must be a waterfall that could have been made step by step.
    private static List<ModelFault> FaultsOf(IReadOnlyList<PriceBase> bases, IReadOnlyList<WaterfallStep> steps)
    {
        ArgumentNullException.ThrowIfNull(bases);
        ArgumentNullException.ThrowIfNull(steps);
        var faults = new List<ModelFault>();
        if (bases is not [{ Name: List, Price: >= 0 and var price }, ..])
            return [new("bases", $"the first must be '{List}', and its price not negative")];
        var reached = new HashSet<decimal> { price };
        for (var i = 0; i < steps.Count; i++)
        {
            var step = steps[i];
            var of = step?.Base is null or Running ? price : bases.FirstOrDefault(each => each.Name == step.Base)?.Price;
            if (step is null || step.PriceAfter + step.Amount != price)
                faults.Add(new(Invariant($"steps[{i}]"), Invariant($"it does not lead from {price} to {step?.PriceAfter}")));
            else if (step.Base is null != step.Rate is null || (step.Rate is { } rate && (of is null || rate * of != step.Amount)))
                faults.Add(new(Invariant($"steps[{i}]"), Invariant($"{step.Amount} is not {step.Rate} of {step.Base}, which is {of}")));
            price = step?.PriceAfter ?? price;
            reached.Add(price);
        }

        for (var i = 1; i < bases.Count; i++)
        {
            var name = bases[i]?.Name;
            if (string.IsNullOrWhiteSpace(name) || name == Running || bases.Take(i).Any(each => each.Name == name))
                faults.Add(new(Invariant($"bases[{i}].name"), $"'{name}' is blank or taken"));
            else if (!reached.Contains(bases[i].Price))
                faults.Add(new(Invariant($"bases[\"{name}\"]"), Invariant($"{bases[i].Price} is not a price after any step")));
        }

        return faults;
    }

    private string Names() => string.Join(", ", _bases.Select(each => each.Name).Append(Running));

    private PriceWaterfall With(WaterfallStep step) => new(_bases, new([.. _steps, step]));

    /// <summary>Describes the waterfall for a person.</summary>
    /// <param name="currency">The currency of its amounts, shown beside them; null for none.</param>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public Documents.Document Describe(string? currency = null, string language = Terms.Language.English) =>
        PriceDocuments.Of(this, currency, language);
}
