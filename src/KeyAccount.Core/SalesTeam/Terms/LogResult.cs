using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SalesTeam;

/// <summary>What came of an activity.</summary>
/// <remarks>A LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<LogResult>))]
public sealed class LogResult : Term<LogResult>
{
    /// <summary>A deal came to a later stage of the funnel; value 1.</summary>
    public static readonly LogResult StageMove = new(1);
    /// <summary>Somebody at the customer came to a better level of the relationship; value 2.</summary>
    public static readonly LogResult LadderMove = new(2);
    /// <summary>A need was found or confirmed; value 3.</summary>
    public static readonly LogResult NeedFound = new(3);
    /// <summary>It was done, and nothing moved; value 4.</summary>
    public static readonly LogResult Nothing = new(4);

    private LogResult(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
