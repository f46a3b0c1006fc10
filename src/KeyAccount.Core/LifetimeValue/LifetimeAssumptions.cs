using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>The assumptions behind the worth of an account in a review: rates of the company, and purchase models that were fitted to all
/// of its accounts.</summary>
/// <remarks>A review never fits a model, because a few key accounts are too little data. KeyAccount.Core.Estimation fits it once to the
/// purchases of all accounts; pass the result here. Immutable; compared by reference.</remarks>
public sealed class LifetimeAssumptions : IModel
{
    private const decimal UsualDiscountRate = 0.12m;
    private const decimal UsualCapitalRate = 0.08m;

    /// <summary>The default assumptions, without a purchase model.</summary>
    public static LifetimeAssumptions Standard { get; } = new();

    /// <inheritdoc/>
    public string Id => "lifetimeValue.assumptions";

    /// <summary>The version; not blank.</summary>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    public string Version { get; init => field = Guard.NotBlank(value); } = "1";

    /// <summary>The discount rate of a year, as a fraction; above −1. Default 0.12. Provenance: <c>LibraryDefault</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not above −1.</exception>
    public decimal DiscountRate
    {
        get;
        init
        {
            Guard.Above(value, -1, nameof(DiscountRate));
            field = value;
        }
    } = UsualDiscountRate;

    /// <summary>The yearly cost of the capital in unpaid invoices, as a fraction; at least 0. Default 0.08. Provenance:
    /// <c>LibraryDefault</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public decimal CapitalRate
    {
        get;
        init
        {
            Guard.NotNegative(value, nameof(CapitalRate));
            field = value;
        }
    } = UsualCapitalRate;

    /// <summary>When the first margin comes, and whether it can be lost. Default: at the end of year 1, at risk.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public MarginTiming Timing
    {
        get;
        init
        {
            Guard.Defined(value, nameof(Timing));
            field = value;
        }
    } = MarginTiming.EndOfYearAtRisk;

    /// <summary>The model of orders, in weeks; null if none was fitted.</summary>
    public IPurchaseModel? Orders { get; init; }

    /// <summary>The model of amounts, in the currency of the accounts; null if none was fitted, and then future orders have the mean amount
    /// of past ones.</summary>
    public GammaGamma? Spend { get; init; }

    /// <summary>The currency of the amounts that <see cref="Spend"/> was fitted to, such as CNY; null if not stated.</summary>
    public string? Currency { get; init; }

    /// <summary>The settings of the assumptions: the content of a settings file.</summary>
    /// <exception cref="NotSupportedException"><see cref="Orders"/> is a model of your own, which no file can hold.</exception>
    public LifetimeSettings Settings => new()
    {
        Version = Version,
        Currency = Currency,
        DiscountRate = DiscountRate,
        CapitalRate = CapitalRate,
        Timing = Timing,
        BgNbd = Orders as BgNbd,
        BgCnbd = Orders as BgCnbd,
        ParetoNbd = Orders as ParetoNbd ?? (Orders is null or BgNbd or BgCnbd ? null : throw new NotSupportedException(
            $"Orders is a {Orders.GetType()}; settings hold a BgNbd, a BgCnbd or a ParetoNbd.")),
        GammaGamma = Spend,
    };

    /// <inheritdoc/>
    public IEnumerable<ModelDefault> Defaults =>
    [
        new(nameof(DiscountRate), Invariant($"{DiscountRate}"), Ours(DiscountRate == UsualDiscountRate)),
        new(nameof(CapitalRate), Invariant($"{CapitalRate}"), Ours(CapitalRate == UsualCapitalRate)),
        new(nameof(Timing), $"{Timing}", Ours(Timing == MarginTiming.EndOfYearAtRisk)),
    ];

    /// <summary>Returns the same assumptions under another version.</summary>
    /// <param name="version">The version; not blank.</param>
    /// <returns>The assumptions.</returns>
    /// <exception cref="ArgumentException"><paramref name="version"/> is null or blank.</exception>
    public LifetimeAssumptions WithVersion(string version)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(version);
        return With(new LifetimeSettings { Version = version });
    }

    /// <summary>Returns the same assumptions with the values of some settings.</summary>
    /// <param name="settings">The settings; a null keeps the present value.</param>
    /// <returns>The assumptions; these stay as they are.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="settings"/> is null.</exception>
    /// <exception cref="InvalidModelException">The settings hold two models of orders, or a blank text; the exception names every
    /// fault.</exception>
    public LifetimeAssumptions With(LifetimeSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings.Faults() is { Count: > 0 } faults ? throw new InvalidModelException(Id, faults) : new()
        {
            Version = settings.Version ?? Version,
            Currency = settings.Currency ?? Currency,
            DiscountRate = settings.DiscountRate ?? DiscountRate,
            CapitalRate = settings.CapitalRate ?? CapitalRate,
            Timing = settings.Timing ?? Timing,
            Orders = settings.Orders ?? Orders,
            Spend = settings.GammaGamma ?? Spend,
        };
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"LifetimeAssumptions {{ Version = {Version}, DiscountRate = {DiscountRate}, ")
        + Invariant($"CapitalRate = {CapitalRate}, Timing = {Timing}, Orders = {Orders}, Spend = {Spend}, Currency = {Currency} }}");

    private static Provenance? Ours(bool isDefault) =>
        isDefault ? Provenance.LibraryDefault("a usual figure; every company has its own") : null;
}
