using System.Text.Json.Serialization;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Pricing;

/// <summary>The guardrails of prices: the floor, the walk-away, and who may grant which discount.</summary>
/// <remarks>A value: immutable, equal when every number is, and the same after a round trip through JSON. All numbers of
/// <see cref="Standard"/> are a <c>LibraryDefault</c>; replace them with <see cref="With(PriceGuardrailSettings)"/>.</remarks>
public sealed record PriceGuardrails : ITunableModel
{
    private static readonly Provenance Key = Provenance.LibraryDefault(
        "an A account carries volume: the widest authority and the lowest floor; the authority is that of differentiatedService.standard");

    private static readonly Provenance Middle = Provenance.LibraryDefault(
        "between A and C; the authority is that of differentiatedService.standard");

    private static readonly Provenance Tail = Provenance.LibraryDefault(
        "a small account has to pay for its service by its margin; the authority is that of differentiatedService.standard");

    private static readonly Provenance Ungraded = Provenance.LibraryDefault("as for C until the account is graded");

    /// <summary>Creates guardrails from their numbers.</summary>
    /// <param name="id">The stable identifier; not blank.</param>
    /// <param name="tiers">The limits for each tier and for accounts that are not graded, in any order.</param>
    /// <param name="walkAwayMargin">The pocket margin below which nobody may grant a price, as a fraction of the pocket price; not above
    /// any floor margin.</param>
    /// <param name="costOfCapital">Our cost of capital per year, as a fraction; not negative.</param>
    /// <param name="priceGrain">The multiple to which advised prices and floors are rounded up; positive.</param>
    /// <param name="version">The version; not blank.</param>
    /// <exception cref="ArgumentException"><paramref name="id"/> or <paramref name="version"/> is null or blank.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="tiers"/> or one of them is null.</exception>
    /// <exception cref="InvalidModelException">A number is invalid; the exception holds every fault with its path.</exception>
    [JsonConstructor]
    public PriceGuardrails(
        string id,
        IReadOnlyList<TierGuardrail> tiers,
        decimal walkAwayMargin,
        decimal costOfCapital,
        decimal priceGrain,
        string version = "1")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentException.ThrowIfNullOrWhiteSpace(version);
        ArgumentNullException.ThrowIfNull(tiers);
        foreach (var each in tiers)
            ArgumentNullException.ThrowIfNull(each, nameof(tiers));
        var faults = tiers.SelectMany(each => FaultsOf(each, walkAwayMargin)).ToList();
        foreach (var tier in AccountTier.InOrder.Append(null))
        {
            if (tiers.Count(each => each.Tier == tier) is var count and not 1)
                faults.Add(new(PathOf(tier), Invariant($"it is given {count} times; it must be given once")));
        }

        if (costOfCapital < 0)
            faults.Add(new("costOfCapital", Invariant($"{costOfCapital} is negative")));
        if (priceGrain <= 0)
            faults.Add(new("priceGrain", Invariant($"{priceGrain} is not above 0")));
        if (faults.Count > 0)
            throw new InvalidModelException(id, faults);
        Id = id;
        Version = version;
        Tiers = ValueList.Of(tiers.OrderBy(each => each.Tier?.Value ?? int.MaxValue));
        WalkAwayMargin = walkAwayMargin;
        CostOfCapital = costOfCapital;
        PriceGrain = priceGrain;
    }

    /// <summary>The library's own guardrails: a <c>LibraryDefault</c> throughout.</summary>
    public static PriceGuardrails Standard { get; } = new(
        "priceGuardrails.standard",
        [
            new(AccountTier.A, 0.15m, 0.08m, 0.15m, 0.25m, Key),
            new(AccountTier.B, 0.20m, 0.05m, 0.10m, 0.20m, Middle),
            new(AccountTier.C, 0.25m, 0.02m, 0.05m, 0.10m, Tail),
            new(null, 0.25m, 0.02m, 0.05m, 0.10m, Ungraded),
        ],
        walkAwayMargin: 0,
        costOfCapital: 0.08m,
        priceGrain: 0.01m);

    /// <summary>The stable identifier.</summary>
    public string Id { get; }

    /// <summary>The version of the guardrails.</summary>
    public string Version { get; }

    /// <summary>The guardrails by tier; those of accounts that are not graded come last.</summary>
    public IReadOnlyList<TierGuardrail> Tiers { get; }

    /// <summary>The pocket margin below which nobody may grant a price, as a fraction of the pocket price.</summary>
    public decimal WalkAwayMargin { get; }

    /// <summary>Our cost of capital per year, as a fraction.</summary>
    public decimal CostOfCapital { get; }

    /// <summary>The multiple to which advised prices and floors are rounded up.</summary>
    public decimal PriceGrain { get; }

    /// <summary>The numbers with their sources. A replaced number gives only the source of its replacement.</summary>
    [JsonIgnore]
    public IEnumerable<ModelDefault> Defaults =>
    [
        .. Tiers.Select(each => new ModelDefault(PathOf(each.Tier), each.ToString(), each.Provenance)),
        Number("walkAwayMargin", WalkAwayMargin, Standard.WalkAwayMargin, "below its own variable cost every unit loses money"),
        Number("costOfCapital", CostOfCapital, Standard.CostOfCapital, "a round figure; every company has its own"),
        Number("priceGrain", PriceGrain, Standard.PriceGrain, "prices in hundredths of the currency"),
    ];

    /// <summary>Looks up the guardrails of a tier.</summary>
    /// <param name="tier">The tier; null for an account that is not graded.</param>
    /// <returns>The numbers of the tier.</returns>
    public TierGuardrail Of(AccountTier? tier) => Tiers.First(each => each.Tier == tier);

    /// <summary>Finds the lowest level that may grant a price, by the depth of its discount. A lower price never needs a lower
    /// level.</summary>
    /// <param name="tier">The tier of the account; null while it is not graded.</param>
    /// <param name="listPrice">The list price; positive.</param>
    /// <param name="netPrice">The price that the customer really pays, after all discounts and rebates.</param>
    /// <returns>The lowest level whose limit covers the discount; a discount at the limit is covered.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="listPrice"/> is not positive.</exception>
    /// <exception cref="OverflowException">The result does not fit a decimal; the message names the values.</exception>
    public ApprovalLevel LevelFor(AccountTier? tier, decimal listPrice, decimal netPrice)
    {
        Guard.Above(listPrice, 0);

        // Not as a quotient, which would round at a limit.
        var (limits, discount) = (Of(tier), DecimalOverflow.Named(
            () => listPrice - netPrice, "PriceGuardrails.LevelFor", (nameof(listPrice), listPrice), (nameof(netPrice), netPrice)));
        return discount <= limits.Salesperson * listPrice ? ApprovalLevel.Salesperson
            : discount <= limits.SalesManager * listPrice ? ApprovalLevel.SalesManager
            : discount <= limits.SalesDirector * listPrice ? ApprovalLevel.SalesDirector
            : ApprovalLevel.GeneralManager;
    }

    /// <summary>Returns the same guardrails with some numbers replaced.</summary>
    /// <param name="tiers">The tiers to replace; the others stay.</param>
    /// <param name="walkAwayMargin">The new walk-away margin; null to keep it.</param>
    /// <param name="costOfCapital">The new cost of capital; null to keep it.</param>
    /// <param name="priceGrain">The new price grain; null to keep it.</param>
    /// <param name="id">The identifier of the new guardrails; null to keep it.</param>
    /// <param name="version">The version of the new guardrails, which distinguishes them from these; null to keep it.</param>
    /// <returns>The new guardrails; these stay as they are.</returns>
    /// <exception cref="InvalidModelException">A number is invalid; the exception holds every fault with its path.</exception>
    /// <exception cref="ArgumentNullException">An item of <paramref name="tiers"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="id"/> or <paramref name="version"/> is blank.</exception>
    public PriceGuardrails With(
        IReadOnlyList<TierGuardrail>? tiers = null,
        decimal? walkAwayMargin = null,
        decimal? costOfCapital = null,
        decimal? priceGrain = null,
        string? id = null,
        string? version = null) => new(
            id ?? Id,
            tiers is null ? Tiers : [.. tiers, .. Tiers.Where(each => !tiers.Any(given => given?.Tier == each.Tier))],
            walkAwayMargin ?? WalkAwayMargin,
            costOfCapital ?? CostOfCapital,
            priceGrain ?? PriceGrain,
            version ?? Version);

    /// <summary>The settings of the guardrails: the content of a settings file.</summary>
    [JsonIgnore]
    public PriceGuardrailSettings Settings => new()
    {
        Version = Version,
        WalkAwayMargin = WalkAwayMargin,
        CostOfCapital = CostOfCapital,
        PriceGrain = PriceGrain,
        Tiers = Tiers.ToDictionary(
            each => NameOf(each.Tier),
            each => new TierGuardrailSettings(each.FloorMargin, each.Salesperson, each.SalesManager, each.SalesDirector),
            StringComparer.Ordinal),
    };

    /// <summary>Returns the same guardrails with the numbers of some settings.</summary>
    /// <param name="settings">The settings; a null keeps the present number.</param>
    /// <returns>The new guardrails; these stay as they are.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="settings"/> is null.</exception>
    /// <exception cref="InvalidModelException">A number is invalid; the exception holds every fault with its path.</exception>
    public PriceGuardrails With(PriceGuardrailSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var names = Tiers.Select(each => NameOf(each.Tier)).ToArray();
        List<ModelFault> faults =
        [
            .. settings.Tiers.Keys.Where(name => !names.Contains(name, StringComparer.Ordinal)).Select(name => new ModelFault(
                $"tiers[\"{name}\"]", $"there is no such tier; it must be one of {string.Join(", ", names)}")),
        ];
        if (settings.Version is not null && string.IsNullOrWhiteSpace(settings.Version))
            faults.Add(new("version", "it is blank"));
        if (faults.Count > 0)
            throw new InvalidModelException(Id, faults);
        var after = Tuned(Version);
        var version = TunedVersion.Of(
            settings.Version, Version, (Settings with { Version = null }).ToJson(), (after.Settings with { Version = null }).ToJson());
        return version == Version ? after : Tuned(version);

        PriceGuardrails Tuned(string version) => With(
            [.. Tiers.Where(each => settings.Tiers.ContainsKey(NameOf(each.Tier))).Select(each => TunedTier(each, version))],
            settings.WalkAwayMargin,
            settings.CostOfCapital,
            settings.PriceGrain,
            version: version);

        TierGuardrail TunedTier(TierGuardrail each, string version)
        {
            var given = settings.Tiers[NameOf(each.Tier)] ?? new();
            var tuned = each with
            {
                FloorMargin = given.FloorMargin ?? each.FloorMargin,
                Salesperson = given.Salesperson ?? each.Salesperson,
                SalesManager = given.SalesManager ?? each.SalesManager,
                SalesDirector = given.SalesDirector ?? each.SalesDirector,
            };
            return tuned == each ? each : tuned with { Provenance = Provenance.Settings(version) };
        }
    }

    string ITunableModel.SettingsJson() => Settings.ToJson();

    IModel ITunableModel.WithSettings(string json) => With(PriceGuardrailSettings.FromJson(json));

    /// <summary>Whether every number is equal.</summary>
    /// <param name="other">The other guardrails.</param>
    /// <returns>True if all numbers are equal; their sources are ignored.</returns>
    public bool Equals(PriceGuardrails? other) =>
        other is not null && Id == other.Id && Version == other.Version
        && WalkAwayMargin == other.WalkAwayMargin && CostOfCapital == other.CostOfCapital && PriceGrain == other.PriceGrain
        && Tiers.Select(each => each with { Provenance = null }).SequenceEqual(other.Tiers.Select(each => each with { Provenance = null }));

    /// <summary>A hash of the parts that differ most.</summary>
    /// <returns>The hash.</returns>
    public override int GetHashCode() => HashCode.Combine(Id, WalkAwayMargin, CostOfCapital, PriceGrain);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The identifier and the numbers.</returns>
    public override string ToString() => Invariant(
        $"PriceGuardrails {{ Id = {Id}, WalkAwayMargin = {WalkAwayMargin}, CostOfCapital = {CostOfCapital}, PriceGrain = {PriceGrain}, ")
        + $"Tiers = [{string.Join("; ", Tiers.Select(each => $"{NameOf(each.Tier)}: {each}"))}] }}";

    // A number that somebody has replaced is no longer a default of ours.
    private static ModelDefault Number(string path, decimal value, decimal standard, string reason) =>
        new(path, Invariant($"{value}"), value == standard ? Provenance.LibraryDefault(reason) : null);

    private static string PathOf(AccountTier? tier) => $"tiers[\"{NameOf(tier)}\"]";

    private static string NameOf(AccountTier? tier) => tier?.Name ?? "ungraded";

    private static IEnumerable<ModelFault> FaultsOf(TierGuardrail each, decimal walkAwayMargin)
    {
        var path = PathOf(each.Tier);
        if (each.FloorMargin >= 1)
            yield return new($"{path}.floorMargin", Invariant($"{each.FloorMargin} is not below 1"));
        if (each.FloorMargin < walkAwayMargin)
            yield return new($"{path}.floorMargin", Invariant($"{each.FloorMargin} is below the walk-away margin of {walkAwayMargin}"));
        if (each.Salesperson < 0)
            yield return new($"{path}.salesperson", Invariant($"{each.Salesperson} is negative"));
        if (each.SalesManager < each.Salesperson)
            yield return new($"{path}.salesManager", Invariant($"{each.SalesManager} is below the salesperson's {each.Salesperson}"));
        if (each.SalesDirector < each.SalesManager)
            yield return new($"{path}.salesDirector", Invariant($"{each.SalesDirector} is below the sales manager's {each.SalesManager}"));
        if (each.SalesDirector > 1)
            yield return new($"{path}.salesDirector", Invariant($"{each.SalesDirector} is above 1"));
    }
}
