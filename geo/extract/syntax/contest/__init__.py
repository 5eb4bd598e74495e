"""Who was meant where a sentence leaves a party out."""
