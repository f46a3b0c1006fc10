using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;
using static System.FormattableString;

namespace KeyAccount.Core.Grading;

/// <summary>Keeps tiers stable: an account changes its tier only if its score is clearly beyond the cut in consecutive periods, and if it
/// has been in its tier long enough.</summary>
/// <remarks>
/// <para>Promotion needs score ≥ cut + margin, demotion score &lt; cut − margin, both in <see cref="Periods"/> consecutive periods; a call
/// of <see cref="Next{TTier}(TierState{TTier}?, double?, Bands{TTier}, LocalDate)"/> is one period. Then the account moves to the tier of
/// that run that is nearest to its own. A period that is not rated, or on the other side, ends the run.</para>
/// <para>A pure function of its arguments. Immutable; equal when every number is. The need is the method's (《大客户销售技巧（客户关系管理篇）》,
/// 《开发大客户培训课件》: tiers are managed);
/// the numbers of <see cref="Standard"/> are a <c>LibraryDefault</c>.</para>
/// </remarks>
public sealed record TierStability : ITunableModel
{
    /// <summary>A rule from its numbers.</summary>
    /// <param name="promotionMargin">How far above the cut a score must be for promotion, in points; 0 … 100.</param>
    /// <param name="demotionMargin">How far below the cut a score must be for demotion, in points; 0 … 100.</param>
    /// <param name="periods">The number of consecutive periods; at least 1.</param>
    /// <param name="minimumStay">The minimum stay in a tier; years, months, weeks and days, none negative.</param>
    /// <param name="version">The version, which distinguishes the rule from the ready one; not blank.</param>
    /// <exception cref="ArgumentException"><paramref name="version"/> is null or blank.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="minimumStay"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public TierStability(double promotionMargin, double demotionMargin, int periods, Period minimumStay, string version = "1")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(version);
        ArgumentNullException.ThrowIfNull(minimumStay);
        Guard.Between(promotionMargin, 0, 100);
        Guard.Between(demotionMargin, 0, 100);
        Guard.AtLeast(periods, 1);
        if (!IsStay(minimumStay))
        {
            throw new ArgumentOutOfRangeException(
                nameof(minimumStay), $"minimumStay is {minimumStay}; it must be years, months, weeks and days, none negative.");
        }

        PromotionMargin = promotionMargin;
        DemotionMargin = demotionMargin;
        Periods = periods;
        MinimumStay = minimumStay;
        Version = version;
    }

    /// <summary>The default: three points either way, two consecutive periods, three months: a <c>LibraryDefault</c>.</summary>
    public static TierStability Standard { get; } = new(3, 3, 2, Period.FromMonths(3));

    /// <summary>The stable identifier, <c>tierStability</c>.</summary>
    public string Id => "tierStability";

    /// <summary>The version of the rule.</summary>
    public string Version { get; }

    /// <summary>Each number with its provenance; a number that differs from <see cref="Standard"/> has none.</summary>
    [JsonIgnore]
    public IEnumerable<ModelDefault> Defaults =>
    [
        Default(nameof(PromotionMargin), rule => rule.PromotionMargin, "points beyond the cut; about the noise of one judged factor"),
        Default(nameof(DemotionMargin), rule => rule.DemotionMargin, "as for promotion"),
        Default(nameof(Periods), rule => rule.Periods, "one good month is not a trend"),
        Default(nameof(MinimumStay), rule => rule.MinimumStay, "service and people cannot follow faster than a quarter"),
    ];

    /// <summary>How far above the cut a score must be for promotion, in points.</summary>
    public double PromotionMargin { get; }

    /// <summary>How far below the cut a score must be for demotion, in points.</summary>
    public double DemotionMargin { get; }

    /// <summary>The number of consecutive periods.</summary>
    public int Periods { get; }

    /// <summary>The minimum stay in a tier.</summary>
    [JsonConverter(typeof(PeriodJsonConverter))]
    public Period MinimumStay { get; }

    /// <summary>The configurable part of the rule: what a settings file holds.</summary>
    [JsonIgnore]
    public TierStabilitySettings Settings => new()
    {
        Version = Version, PromotionMargin = PromotionMargin, DemotionMargin = DemotionMargin, Periods = Periods, MinimumStay = MinimumStay,
    };

    /// <summary>The same rule with changed settings.</summary>
    /// <param name="settings">The settings; null members keep their present values.</param>
    /// <returns>The new rule; this one stays as it is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="settings"/> is null.</exception>
    /// <exception cref="InvalidModelException">The version is blank, or the stay cannot be; it holds every fault with its path.</exception>
    public TierStability With(TierStabilitySettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var faults = new List<ModelFault>();
        if (settings.Version is not null && string.IsNullOrWhiteSpace(settings.Version))
            faults.Add(new("version", "it is blank"));
        if (settings.MinimumStay is { } stay && !IsStay(stay))
            faults.Add(new("minimumStay", $"it is {stay}; it must be years, months, weeks and days, none negative"));
        if (faults.Count > 0)
            throw new InvalidModelException(Id, faults);
        var before = Settings with { Version = null };
        var after = new TierStabilitySettings
        {
            PromotionMargin = settings.PromotionMargin ?? PromotionMargin,
            DemotionMargin = settings.DemotionMargin ?? DemotionMargin,
            Periods = settings.Periods ?? Periods,
            MinimumStay = settings.MinimumStay ?? MinimumStay,
        };
        return new(
            after.PromotionMargin!.Value,
            after.DemotionMargin!.Value,
            after.Periods!.Value,
            after.MinimumStay,
            TunedVersion.Of(settings.Version, Version, before.ToJson(), after.ToJson()));
    }

    string ITunableModel.SettingsJson() => Settings.ToJson();

    IModel ITunableModel.WithSettings(string json) => With(TierStabilitySettings.FromJson(json));

    /// <summary>The tier after another period, from a score.</summary>
    /// <typeparam name="TTier">The tiers.</typeparam>
    /// <param name="previous">The state after the period before; null for an account that has none.</param>
    /// <param name="score">The score, 0 … 100; null for an unrated account, which keeps its tier.</param>
    /// <param name="bands">What the scores are worth; the last state's tier must be among them.</param>
    /// <param name="asOf">The date of the score; after that of <paramref name="previous"/>.</param>
    /// <returns>The new state and why it is that.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="bands"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="score"/> is NaN or outside 0 … 100, or <paramref name="asOf"/> is not
    /// after the last state.</exception>
    /// <exception cref="ArgumentException">The tier of <paramref name="previous"/> is not one of the bands.</exception>
    public TierStep<TTier> Next<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TTier>(
        TierState<TTier>? previous, double? score, Bands<TTier> bands, LocalDate asOf)
        where TTier : OrderedTerm<TTier>
    {
        Guard.Iso(asOf);
        ArgumentNullException.ThrowIfNull(bands);
        return Next(previous, score, score is null ? null : bands.Of(score.Value), bands, asOf);
    }

    /// <summary>The tier after another period, from an assessment. A cap that holds counts at once: it is a fact and no
    /// oscillation.</summary>
    /// <typeparam name="TTier">The tiers.</typeparam>
    /// <param name="previous">The state after the period before; null for an account that has none.</param>
    /// <param name="assessment">The assessment; an unrated account keeps its tier.</param>
    /// <param name="bands">The bands of its scorecard.</param>
    /// <param name="asOf">The date of the assessment; after that of <paramref name="previous"/>.</param>
    /// <returns>The new state and why it is that.</returns>
    /// <exception cref="ArgumentNullException">Assessment or bands are null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> is not after the last state.</exception>
    /// <exception cref="ArgumentException">A tier is not one of the bands.</exception>
    public TierStep<TTier> Next<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TTier>(
        TierState<TTier>? previous, Assessment<TTier> assessment, Bands<TTier> bands, LocalDate asOf)
        where TTier : OrderedTerm<TTier>
    {
        Guard.Iso(asOf);
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(bands);
        return Next(previous, assessment.Score, assessment.Band, bands, asOf);
    }

    /// <summary>The tier after another period, from a tier that was computed without a score, as by <see cref="Pareto"/>: without
    /// margins.</summary>
    /// <typeparam name="TTier">The tiers.</typeparam>
    /// <param name="previous">The state after the period before; null for an account that has none.</param>
    /// <param name="tier">The tier; null if not known, and then the account keeps its own.</param>
    /// <param name="asOf">The date of the tier; after that of <paramref name="previous"/>.</param>
    /// <returns>The new state and why it is that.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> is not after the last state.</exception>
    public TierStep<TTier> Next<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TTier>(
        TierState<TTier>? previous, TTier? tier, LocalDate asOf)
        where TTier : OrderedTerm<TTier>
    {
        Guard.Iso(asOf);
        if (previous is null)
        {
            return tier is null
                ? Step<TTier>(null, TierReason.NotRated)
                : Step(new TierState<TTier>(tier, asOf, asOf, null, 0), TierReason.First, tier);
        }

        CheckAfter(previous, asOf);
        return tier is null ? Rest(previous, asOf, TierReason.NotRated)
            : tier == previous.Tier ? Rest(previous, asOf, TierReason.Unchanged, tier)
            : Beyond(previous, tier, asOf);
    }

    private TierStep<TTier> Next<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TTier>(
        TierState<TTier>? previous, double? score, TTier? band, Bands<TTier> bands, LocalDate asOf)
        where TTier : OrderedTerm<TTier>
    {
        if (previous is null || score is null)
            return Next(previous, score is null ? null : band, asOf);
        CheckAfter(previous, asOf);
        var (index, reached, given) = (bands.IndexOf(previous.Tier), bands.IndexOf(bands.Of(score.Value)), bands.IndexOf(band!));
        var isCapped = given < reached;
        if (isCapped && given < index)
            return Step(new TierState<TTier>(band!, asOf, asOf, null, 0), TierReason.Capped, band);

        var target = Target(bands, index, score.Value);
        if (isCapped)
            target = Math.Min(target, given);
        return target != index ? Beyond(previous, bands.InOrder[target].Band, asOf)
            : given == index ? Rest(previous, asOf, TierReason.Unchanged, previous.Tier)
            : Rest(previous, asOf, TierReason.InsideMargin, Invariant($"{score.Value:0.##}"), band, previous.Tier);
    }

    private static bool IsStay(Period stay) =>
        !stay.HasTimeComponent && stay is { Years: >= 0, Months: >= 0, Weeks: >= 0, Days: >= 0 };

    // The index of the band that the score reaches beyond the margin; its own where it is inside.
    private int Target<TTier>(Bands<TTier> bands, int index, double score)
        where TTier : class
    {
        var target = index;
        while (target + 1 < bands.InOrder.Count && score >= Math.Min(100, bands.InOrder[target + 1].From + PromotionMargin))
            target++;
        if (target > index)
            return target;
        while (target > 0 && score < bands.InOrder[target].From - DemotionMargin)
            target--;
        return target;
    }

    private TierStep<TTier> Beyond<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TTier>(
        TierState<TTier> previous, TTier tier, LocalDate asOf)
        where TTier : OrderedTerm<TTier>
    {
        var isBetter = tier.IsAtLeast(previous.Tier);
        var continues = previous.Pending is not null && previous.Pending.IsAtLeast(previous.Tier) == isBetter;
        var pending = continues && previous.Pending!.IsAtLeast(tier) != isBetter ? previous.Pending : tier;
        var periods = continues ? previous.PendingPeriods + 1 : 1;
        var waiting = previous with { AsOf = asOf, Pending = pending, PendingPeriods = periods };
        if (periods < Periods)
            return Step(waiting, TierReason.Waiting, pending, periods, Periods);
        var until = previous.Since.Plus(MinimumStay);
        if (asOf < until)
            return Step(waiting, TierReason.StayTooShort, pending, LocalDatePattern.Iso.Format(until));
        var moved = new TierState<TTier>(pending, asOf, asOf, null, 0);
        return Step(moved, isBetter ? TierReason.Promoted : TierReason.Demoted, previous.Tier, pending, periods);
    }

    private static TierStep<TTier> Rest<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TTier>(
        TierState<TTier> previous, LocalDate asOf, TierReason reason, params object?[] arguments)
        where TTier : OrderedTerm<TTier> => Step(previous with { AsOf = asOf, Pending = null, PendingPeriods = 0 }, reason, arguments);

    private static TierStep<TTier> Step<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TTier>(
        TierState<TTier>? state, TierReason reason, params object?[] arguments)
        where TTier : OrderedTerm<TTier> => new(state, reason, TextOf(reason).With(arguments));

    private static void CheckAfter<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TTier>(
        TierState<TTier> previous, LocalDate asOf)
        where TTier : OrderedTerm<TTier>
    {
        if (asOf <= previous.AsOf)
        {
            throw new ArgumentOutOfRangeException(
                nameof(asOf),
                $"asOf is {LocalDatePattern.Iso.Format(asOf)}; "
                + $"it must be after {LocalDatePattern.Iso.Format(previous.AsOf)}, the date of the last state.");
        }
    }

    private ModelDefault Default<T>(string name, Func<TierStability, T> number, string reason) => new(
        name,
        Invariant($"{number(this)}"),
        EqualityComparer<T>.Default.Equals(number(this), number(Standard)) ? Provenance.LibraryDefault(reason) : null);

    private static Text TextOf(TierReason reason) => TextTable.Library[reason switch
    {
        TierReason.First => "Grading.TierStability.first",
        TierReason.Unchanged => "Grading.TierStability.unchanged",
        TierReason.InsideMargin => "Grading.TierStability.insideMargin",
        TierReason.Waiting => "Grading.TierStability.waiting",
        TierReason.StayTooShort => "Grading.TierStability.stayTooShort",
        TierReason.Promoted => "Grading.TierStability.promoted",
        TierReason.Demoted => "Grading.TierStability.demoted",
        TierReason.Capped => "Grading.TierStability.capped",
        _ => "Grading.TierStability.notRated",
    }];

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All numbers.</returns>
    public override string ToString() =>
        FormattableString.Invariant($"{Id} {Version}: +{PromotionMargin}, −{DemotionMargin}, {Periods} periods, {MinimumStay}");
}
