using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Winback;

/// <summary>The state of a customer: active, sleeping, lost, or has barred us.</summary>
/// <remarks>《大客户销售技巧（客户关系管理篇）》 names the states; how they are distinguished is a <c>LibraryDefault</c>.</remarks>
public static class CustomerStates
{
    /// <summary>The number of usual intervals of silence from which a customer is sleeping.</summary>
    public const double SleepingFrom = 1.5;

    /// <summary>The number of usual intervals of silence above which a customer is lost.</summary>
    public const double LostAbove = 3;

    /// <summary>Rhythm, contract and blacklist → state; complete over customers with a rhythm. Without one no rule matches, unless the
    /// contract is gone or we are barred: a single project order does not make a rhythm.</summary>
    public static DecisionTable<CustomerStateFacts, CustomerState> Standard { get; } = DecisionTable
        .For<CustomerStateFacts, CustomerState>("winback.state")
        .Domain(f => f.IsBlacklisted, true, false)
        .Domain(f => f.IsContractGone, true, false)
        .Domain(f => f.IsSeasonalPause, true, false)
        .Domain<double?>(f => f.OverdueRatio, 0, 1.49, 1.5, 3, 3.01)
        .From(Provenance.LibraryDefault($"{SourceTitle.Selling} names the states; how they are distinguished is ours"))
        .Reasons(TextTable.Library, "Winback.CustomerStates.", f => [f.OverdueRatio])
        .Rule("blacklisted", f => f.IsBlacklisted, CustomerState.Blacklisted)
        .Rule("contractGone", f => f.IsContractGone, CustomerState.Lost)
        .Rule("seasonal", f => f.IsSeasonalPause && f.OverdueRatio != null, CustomerState.Active)
        .Rule("lost", f => f.OverdueRatio > LostAbove, CustomerState.Lost)
        .Rule("sleeping", f => f.OverdueRatio >= SleepingFrom, CustomerState.Sleeping)
        .Rule("active", f => f.OverdueRatio < SleepingFrom, CustomerState.Active)
        .Build(HitPolicy.First);
}
