using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SalesTeam;

/// <summary>What is asked about the weekly log, with an answer.</summary>
/// <remarks>Source: 《B2B 大客户开发与管理》 asks the questions; the answers are a LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<LogQuestion>))]
public sealed class LogQuestion : Term<LogQuestion>
{
    /// <summary>A week is the longest time after which a plan can still be mended within the month; value 1.</summary>
    public static readonly LogQuestion WhyInsist = new(1);
    /// <summary>It shows what people work on before the figures show it; value 2.</summary>
    public static readonly LogQuestion WhyLeadersValueIt = new(2);
    /// <summary>The representative sees where the week went and which visits moved something; value 3.</summary>
    public static readonly LogQuestion ValueForSeller = new(3);
    /// <summary>Knowledge of the customer stays when somebody leaves, and coaching has something to start from; value 4.</summary>
    public static readonly LogQuestion ValueForCompany = new(4);
    /// <summary>No time, no trust, no use: a short form, no punishment and an answer every week take them away; value 5.</summary>
    public static readonly LogQuestion Objections = new(5);
    /// <summary>Nobody answers it: what is never read is soon copied; value 6.</summary>
    public static readonly LogQuestion WhyFormality = new(6);

    private LogQuestion(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
