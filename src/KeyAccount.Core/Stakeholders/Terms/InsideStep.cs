using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Stakeholders;

/// <summary>The next step on the way to an insider or a coach.</summary>
/// <remarks>《大客戶戰略客戶關係管理》 announces the way (發展線人和教練的方法) and names none; the steps are a <c>LibraryDefault</c>. None of them pays
/// for information or asks for secrets.</remarks>
[JsonConverter(typeof(TermJsonConverter<InsideStep>))]
public sealed class InsideStep : Term<InsideStep>
{
    /// <summary>Find out the stance of the person; value 1.</summary>
    public static readonly InsideStep LearnStance = new(1);
    /// <summary>Win trust first; value 2.</summary>
    public static readonly InsideStep WinTrust = new(2);
    /// <summary>Ask for facts that are not confidential: an insider; value 3.</summary>
    public static readonly InsideStep AskFacts = new(3);
    /// <summary>Ask for advice, and follow it visibly: a coach; value 4.</summary>
    public static readonly InsideStep AskAdvice = new(4);
    /// <summary>Protect the coach: name no source, and let the coach look good; value 5.</summary>
    public static readonly InsideStep Protect = new(5);
    /// <summary>Rely on nothing that the person says; value 6.</summary>
    public static readonly InsideStep DoNotRely = new(6);

    private InsideStep(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
