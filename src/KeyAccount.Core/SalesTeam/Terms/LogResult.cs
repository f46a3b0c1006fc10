using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SalesTeam;

/// <summary>The result of an activity.</summary>
/// <remarks>A LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<LogResult>))]
public sealed class LogResult : Term<LogResult>
{
    /// <summary>A deal moved to a later stage of the funnel; value 1.</summary>
    public static readonly LogResult StageMove = new(1);
    /// <summary>A contact at the customer moved to a better level of the relationship; value 2.</summary>
    public static readonly LogResult LadderMove = new(2);
    /// <summary>A need was found or confirmed; value 3.</summary>
    public static readonly LogResult NeedFound = new(3);
    /// <summary>The activity took place, but nothing moved; value 4.</summary>
    public static readonly LogResult Nothing = new(4);

    private LogResult(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
