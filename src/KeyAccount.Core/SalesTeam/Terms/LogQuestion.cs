using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SalesTeam;

/// <summary>A question about the weekly log, with an answer.</summary>
/// <remarks>Source: 《B2B 大客户开发与管理》 asks the questions; the answers are a LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<LogQuestion>))]
public sealed class LogQuestion : Term<LogQuestion>
{
    /// <summary>Why insist: after a week, a plan can still be corrected within the month; value 1.</summary>
    public static readonly LogQuestion WhyInsist = new(1);
    /// <summary>Why leaders value it: it shows what people work on before the figures show it; value 2.</summary>
    public static readonly LogQuestion WhyLeadersValueIt = new(2);
    /// <summary>Its value for sellers: they see where the week went and which visits moved something; value 3.</summary>
    public static readonly LogQuestion ValueForSeller = new(3);
    /// <summary>Its value for the company: customer knowledge stays when somebody leaves, and coaching has a starting point; value
    /// 4.</summary>
    public static readonly LogQuestion ValueForCompany = new(4);
    /// <summary>Objections (no time, no trust, no use): a short form, no punishment and a weekly reply answer them; value 5.</summary>
    public static readonly LogQuestion Objections = new(5);
    /// <summary>Why it becomes a formality: nobody replies, and what is never read is soon copied; value 6.</summary>
    public static readonly LogQuestion WhyFormality = new(6);

    private LogQuestion(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
