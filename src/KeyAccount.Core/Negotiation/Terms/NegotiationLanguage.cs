using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Negotiation;

/// <summary>A kind of language to recognise at the table, and to avoid ourselves; its description tells how to deal with it.</summary>
/// <remarks>The kinds are 《B2B 大客户开发与管理》's (留有余地的弹性语言；威胁、劝诱性的语言；会伤面子和自尊的语言); how to deal with them is a LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<NegotiationLanguage>))]
public sealed class NegotiationLanguage : Term<NegotiationLanguage>
{
    /// <summary>"For now", "in principle", "at this volume": they can move. Ask under which condition; value 1.</summary>
    public static readonly NegotiationLanguage LeavesRoom = new(1);
    /// <summary>"Otherwise we go to …": do not answer the threat; ask for the interest behind it and know your alternative; value
    /// 2.</summary>
    public static readonly NegotiationLanguage Threatens = new(2);
    /// <summary>"Help us now, and later …": a promise costs nothing. Have it written into the deal or leave it out of account; value
    /// 3.</summary>
    public static readonly NegotiationLanguage Tempts = new(3);
    /// <summary>Blame, mockery, ultimatums before others: avoid it, and let the other side give way without losing face; value 4.</summary>
    public static readonly NegotiationLanguage HurtsFace = new(4);

    internal Text HowToDeal => Texts.Description;

    private NegotiationLanguage(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
