using System.Text.Json;
using static System.FormattableString;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>The settings of <see cref="LifetimeAssumptions"/>, as a file holds them: what a company sets, and what was fitted to its
/// purchases. Either all of them, as <see cref="LifetimeAssumptions.Settings"/> returns them, or some of them, as
/// <see cref="LifetimeAssumptions.With(LifetimeSettings)"/> accepts them.</summary>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON. A null keeps the value of the
/// assumptions. At most one model of orders may be given.</remarks>
public sealed record LifetimeSettings
{
    private const string Model = "lifetime settings";

    /// <summary>The version of the assumptions with these settings; null to keep the version.</summary>
    public string? Version { get; init; }

    /// <summary>The currency of the amounts that <see cref="GammaGamma"/> was fitted to, such as CNY; null if not stated.</summary>
    public string? Currency { get; init; }

    /// <summary>The discount rate of a year, as a fraction; above −1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(-1, double.PositiveInfinity, FactUnit.Fraction, IsMinimumExcluded = true, UsualMaximum = 0.5)]
    public decimal? DiscountRate { get; init => field = FactRange<LifetimeSettings>.Checked(value); }

    /// <summary>The yearly cost of the capital in unpaid invoices, as a fraction; at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, double.PositiveInfinity, FactUnit.Fraction, UsualMaximum = 0.5)]
    public decimal? CapitalRate { get; init => field = FactRange<LifetimeSettings>.Checked(value); }

    /// <summary>When the first margin comes, and whether it can be lost.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not one of the timings.</exception>
    public MarginTiming? Timing
    {
        get;
        init
        {
            if (value is { } timing)
                Guard.Defined(timing, nameof(Timing));
            field = value;
        }
    }

    /// <summary>The model of orders, in weeks, if it is a BG/NBD model.</summary>
    public BgNbd? BgNbd { get; init; }

    /// <summary>The model of orders, in weeks, if it is a BG/CNBD-k model.</summary>
    public BgCnbd? BgCnbd { get; init; }

    /// <summary>The model of orders, in weeks, if it is a Pareto/NBD model.</summary>
    public ParetoNbd? ParetoNbd { get; init; }

    /// <summary>The model of amounts, in <see cref="Currency"/>.</summary>
    public GammaGamma? GammaGamma { get; init; }

    /// <summary>Reads settings from JSON.</summary>
    /// <param name="json">An object as <see cref="ToJson"/> writes it, or any part of it.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="InvalidModelException">The text is not valid JSON, does not hold such settings, or holds two models of orders; the
    /// exception names every fault with its path. No other exception is thrown, whatever the text.</exception>
    public static LifetimeSettings FromJson(string json) => Checked(CheckedJson.Read(json, LifetimeJson.Default.LifetimeSettings, Model));

    /// <summary>Reads settings from JSON in UTF-8.</summary>
    /// <param name="json">The bytes.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="InvalidModelException">The text is not valid JSON, does not hold such settings, or holds two models of orders; the
    /// exception names every fault with its path. No other exception is thrown, whatever the bytes.</exception>
    public static LifetimeSettings FromJson(ReadOnlyMemory<byte> json) =>
        Checked(CheckedJson.Read(json, LifetimeJson.Default.LifetimeSettings, Model));

    /// <summary>Writes the settings as JSON, which <see cref="FromJson(string)"/> reads.</summary>
    /// <returns>The JSON, indented.</returns>
    public string ToJson() => JsonSerializer.Serialize(this, LifetimeJson.Default.LifetimeSettings);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"LifetimeSettings {{ Version = {Version}, Currency = {Currency}, ")
        + Invariant($"DiscountRate = {DiscountRate}, CapitalRate = {CapitalRate}, Timing = {Timing}, BgNbd = {BgNbd}, ")
        + Invariant($"BgCnbd = {BgCnbd}, ParetoNbd = {ParetoNbd}, GammaGamma = {GammaGamma} }}");

    /// <summary>The model of orders; null if there is none.</summary>
    internal IPurchaseModel? Orders => (IPurchaseModel?)BgNbd ?? (IPurchaseModel?)BgCnbd ?? ParetoNbd;

    /// <summary>The faults that only the combination of properties shows.</summary>
    internal IReadOnlyList<ModelFault> Faults()
    {
        var faults = new List<ModelFault>();
        if (Version is not null && string.IsNullOrWhiteSpace(Version))
            faults.Add(new("version", "it is blank"));
        if (Currency is not null && string.IsNullOrWhiteSpace(Currency))
            faults.Add(new("currency", "it is blank"));
        (string Name, bool IsGiven)[] models =
            [("bgNbd", BgNbd is not null), ("bgCnbd", BgCnbd is not null), ("paretoNbd", ParetoNbd is not null)];
        if (Array.FindAll(models, each => each.IsGiven) is [var first, .. var others])
        {
            faults.AddRange(others.Select(other => new ModelFault(
                other.Name, $"there is a model of orders already ({first.Name}); leave out all but one")));
        }

        return faults;
    }

    private static LifetimeSettings Checked(LifetimeSettings settings) =>
        settings.Faults() is { Count: > 0 } faults ? throw new InvalidModelException(Model, faults) : settings;
}
