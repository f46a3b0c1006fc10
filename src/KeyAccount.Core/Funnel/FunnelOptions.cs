using System.Text.Json.Serialization;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Funnel;

/// <summary>The options of a funnel report.</summary>
/// <remarks>Immutable, with value equality. Not a value that JSON keeps: it holds models.</remarks>
public sealed record FunnelOptions
{
    private readonly FunnelRates _prior = FunnelRates.Standard;
    private readonly decimal? _target;
    private readonly decimal? _grid;
    private readonly int _mostNotices = 20;
    private readonly DecisionTable<StageGateFacts, FunnelStage> _stageGate = SalesFunnel.StageGate;

    /// <summary>The day of the report.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate AsOf { get; init => field = Guard.Iso(value, nameof(AsOf)); }

    /// <summary>The last day of the period to forecast; null for the last day of the quarter. The period begins with the quarter of the day
    /// after <see cref="AsOf"/>: a report of the last day of a quarter is about the next one, unless this is that day.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? Until { get; init => field = Guard.Iso(value, nameof(Until)); }

    /// <summary>The target of the period; null if there is none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public decimal? Target
    {
        get => _target;
        init
        {
            Guard.NotNegative(value ?? 0, nameof(Target));
            _target = value;
        }
    }

    /// <summary>The prior rates, before anything is counted.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public FunnelRates Prior
    {
        get => _prior;
        init => _prior = value ?? throw new ArgumentNullException(nameof(Prior));
    }

    /// <summary>The grid of the forecast, in the unit of the amounts; null for the finest of 1, 2 and 5 times a power of ten on which the
    /// open deals have at most 10,000 steps. Amounts are rounded to the nearest step. With a grid given, a report of any number of deals
    /// needs no more memory than one of a few.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0.</exception>
    public decimal? Grid
    {
        get => _grid;
        init
        {
            Guard.Above(value ?? 1, 0, nameof(Grid));
            _grid = value;
        }
    }

    /// <summary>Evidence → the highest stage that it supports.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    [JsonIgnore]
    public DecisionTable<StageGateFacts, FunnelStage> StageGate
    {
        get => _stageGate;
        init => _stageGate = value ?? throw new ArgumentNullException(nameof(StageGate));
    }

    /// <summary>The number of deals to name for each kind of notice; at least 0. All deals are counted.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int MostNotices
    {
        get => _mostNotices;
        init
        {
            Guard.NotNegative(value, nameof(MostNotices));
            _mostNotices = value;
        }
    }

    /// <summary>The first day of the quarter that contains the day after <see cref="AsOf"/>.</summary>
    [JsonIgnore]
    internal LocalDate PeriodStart
    {
        get
        {
            var day = AsOf == LocalDate.MaxIsoValue || Until <= AsOf ? AsOf : AsOf.PlusDays(1);
            return new(day.Year, day.Month - ((day.Month - 1) % 3), 1);
        }
    }

    /// <summary>The last day of the period.</summary>
    [JsonIgnore]
    internal LocalDate PeriodEnd =>
        Until ?? new(PeriodStart.Year, PeriodStart.Month + 2, PeriodStart.Calendar.GetDaysInMonth(PeriodStart.Year, PeriodStart.Month + 2));
}
