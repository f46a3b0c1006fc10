using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Negotiation;

/// <summary>A technique of conversation that wins the trust of the other side.</summary>
/// <remarks>《B2B 大客户开发与管理》 announces it (容易取得对手信任的沟通技巧) and names no technique; these six are a <c>LibraryDefault</c>.</remarks>
[JsonConverter(typeof(TermJsonConverter<TrustTechnique>))]
public sealed class TrustTechnique : Term<TrustTechnique>
{
    /// <summary>Ask, and listen to the end; value 1.</summary>
    public static readonly TrustTechnique AskAndListen = new(1);
    /// <summary>Say back what was heard; value 2.</summary>
    public static readonly TrustTechnique SayItBack = new(2);
    /// <summary>Give figures with their source; value 3.</summary>
    public static readonly TrustTechnique ShowSources = new(3);
    /// <summary>Say what we cannot do; value 4.</summary>
    public static readonly TrustTechnique AdmitLimits = new(4);
    /// <summary>Promise something small and keep it; value 5.</summary>
    public static readonly TrustTechnique KeepSmallPromises = new(5);
    /// <summary>Give the other side the credit; value 6.</summary>
    public static readonly TrustTechnique GiveCredit = new(6);

    internal Text How => Texts.Description;

    private TrustTechnique(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
