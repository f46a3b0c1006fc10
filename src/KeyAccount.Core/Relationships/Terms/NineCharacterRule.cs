using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Relationships;

/// <summary>One of the three parts of the rule in nine characters for being liked.</summary>
/// <remarks>Source: 《大客戶戰略客戶關係管理》 (建立好感九字诀).</remarks>
[JsonConverter(typeof(TermJsonConverter<NineCharacterRule>))]
public sealed class NineCharacterRule : Term<NineCharacterRule>
{
    /// <summary>Know how to speak (会说话); value 1.</summary>
    public static readonly NineCharacterRule SpeakWell = new(1);
    /// <summary>Know how to behave (会做人); value 2.</summary>
    public static readonly NineCharacterRule BehaveWell = new(2);
    /// <summary>Know how to get things done (会办事); value 3.</summary>
    public static readonly NineCharacterRule ActWell = new(3);

    private NineCharacterRule(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
