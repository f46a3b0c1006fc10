using System.Text.Json.Serialization;

namespace KeyAccount.Core.Grading;

/// <summary>How the statement "A is 80 %, B the next 15 %, C the last 5 %" is applied.</summary>
/// <remarks>《开发大客户培训课件》 states the head as 20 % of the customers <i>and</i> 80 % of the revenue. Real portfolios rarely satisfy both, so
/// the reading is a choice. Which one is the default is ours (<c>LibraryDefault</c>).</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<ParetoRule>))]
public enum ParetoRule
{
    /// <summary>An account is A while the cumulative share <i>before</i> it is below the cut: the smallest set of accounts that brings
    /// 80 % of the revenue. A is never empty. The default.</summary>
    Crossing,

    /// <summary>An account is A while the cumulative share <i>including</i> it is at most the cut: A never brings more than 80 %, and is
    /// empty if the largest account alone brings more.</summary>
    Inclusive,

    /// <summary>The first ⌈cut · n⌉ accounts by revenue are A, n being all accounts: 20 % and 50 % of the heads.</summary>
    HeadCount,
}
