namespace KeyAccount.Core;

/// <summary>Whether a property of the account file is personal: said once on the property, and read by the JSON Schema and by
/// <see cref="Reviews.Redaction"/>.</summary>
/// <remarks>Every text of the account file says it. A text that does not is taken for a <see cref="Privacy.PersonalNote"/>.</remarks>
/// <param name="privacy">Whom it is about.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PrivacyAttribute(Privacy privacy) : Attribute
{
    /// <summary>Whom it is about.</summary>
    public Privacy Privacy { get; } = privacy;

    /// <summary>Whether it is about a person.</summary>
    public bool IsPersonal => Privacy is not (Privacy.NotPersonal or Privacy.Code or Privacy.AccountName);
}
